import { parseArguments, valueFor } from '../../server/src/cli/arguments.ts';
import { COMMANDS } from '../../server/src/cli/options.ts';
import { withoutMarks } from '../../server/src/cli/pages/marks.ts';
import { settingsIn } from '../../server/src/cli/settings.ts';
import { HOLE } from '../../server/src/engine/base/ask.ts';
import { applyEdits } from '../../server/src/engine/base/span.ts';
import {
  EMPTY_SNAPSHOT,
  environmentIn,
  findingsIn,
  LARGEST_FILE,
  openFile,
  survey,
  tooLarge,
  withChange,
  type Fix,
  type Reported,
  type Settings,
  type Survey,
} from '../../server/src/engine/engine.ts';
import { partsOf, type Example } from '../../tools/docs/example.ts';
import { surveyTree } from '../support/survey.ts';
import { treeOf } from '../support/tree.ts';
import { expanded } from './expanded.ts';
import { markedText } from './markedText.ts';

/** Texts with what is found in them. */
export interface Judged {
  readonly files: readonly JudgedFile[];
  /** In all files. */
  readonly found: readonly Reported[];
}

interface JudgedFile {
  readonly uri: string;
  /** The line that names the file, as it is written. */
  readonly head: string;
  /** As it is written, without marks. */
  readonly source: string;
  /** As httpd would read it. */
  readonly text: string;
  readonly found: readonly Reported[];
}

const BASE = 'file:///srv/httpd';

/** What is found in the text of an example, or in another one that stands in its place. */
export function judge({ args, marked }: Example, source = withoutMarks(marked)): Judged {
  const { uri, settings } = told(args, source);
  const texts = partsOf(expanded(source));
  if (texts.some(({ text }) => text.length > LARGEST_FILE)) return judgedAs(source, uri, () => [tooLarge(uri)]);
  const seen = surveyed(expanded(source), uri, settings);
  return judgedAs(source, uri, (file) => findingsIn(seen, file, settings));
}

/** One file stands alone, and nobody has looked into its folder; of several it is known that there are no others. */
function surveyed(text: string, uri: string, settings: Settings): Survey {
  if (partsOf(text).length > 1) return surveyTree(treeOf(text, BASE, uri.slice(BASE.length + 1)), settings);
  const snapshot = withChange(EMPTY_SNAPSHOT, { files: [openFile(uri, 0, text)], settings });
  return survey(snapshot, { roots: [], files: [uri] });
}

function judgedAs(source: string, uri: string, found: (uri: string) => readonly Reported[]): Judged {
  const files = partsOf(source).map(({ head, path, text }) => {
    const own = path === '' ? uri : `${BASE}/${path}`;
    return { uri: own, head, source: text, text: expanded(text), found: found(own) };
  });
  return { files, found: files.flatMap((file) => file.found) };
}

/** What `htconf check` is told by its arguments; the file that `--env` names stands in the text. */
export function told(args: readonly string[], text = ''): { uri: string; settings: Settings } {
  const check = COMMANDS.find(({ name }) => name === 'check');
  if (!check) throw new Error('there is no command check');
  const parsed = parseArguments(check, args);
  const script = partsOf(text).find(({ path }) => path !== '' && path === valueFor(parsed, 'env'));
  const environment = script && { environment: knownIn(script.text) };
  return { uri: `${BASE}/${parsed.paths.join(' ')}`, settings: { ...settingsIn(parsed), ...environment } };
}

/** What a script puts into the environment; a server that is asked gets `PATH` and the like from elsewhere. */
function knownIn(script: string): Readonly<Record<string, string>> {
  const { variables } = environmentIn(script);
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== HOLE));
}

/** The texts with their findings marked: what a right example is. */
export function marked({ files }: Judged): string {
  return files.map(({ head, source, text, found }) => head + markedText(source, text, found)).join('');
}

/** The texts after a repair of a finding. */
export function repaired({ files }: Judged, { uri }: Reported, { edits }: Fix): string {
  return files
    .map(
      (file) =>
        file.head +
        applyEdits(
          file.text,
          edits.filter((edit) => (edit.uri ?? uri) === file.uri),
        ),
    )
    .join('');
}
