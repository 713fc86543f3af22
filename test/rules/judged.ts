import { parseArguments } from '../../server/src/cli/arguments.ts';
import { COMMANDS } from '../../server/src/cli/options.ts';
import { settingsOf } from '../../server/src/cli/settings.ts';
import { applyEdits } from '../../server/src/engine/base/span.ts';
import {
  EMPTY_SNAPSHOT,
  evaluate,
  findings,
  fixes,
  LARGEST_FILE,
  openFile,
  tooLarge,
  withChange,
  type Fix,
  type Reported,
} from '../../server/src/engine/engine.ts';
import { withoutMarks, type Example } from '../../tools/docs/example.ts';
import { expanded } from './expanded.ts';
import { markedText } from './markedText.ts';

/** A text with what is found in it. */
export interface Judged {
  /** As it is written, without marks. */
  readonly source: string;
  /** As httpd would read it. */
  readonly text: string;
  readonly found: readonly Reported[];
  /** The best first. */
  readonly fixesOf: (finding: Reported) => readonly Fix[];
}

/** What is found in the text of an example, or in another one that stands in its place. */
export function judge({ args, marked }: Example, source = withoutMarks(marked)): Judged {
  const text = expanded(source);
  const { uri, settings } = told(args);
  if (text.length > LARGEST_FILE) return { source, text, found: [tooLarge(uri)], fixesOf: () => [] };
  const file = openFile(uri, 0, text);
  const evaluation = evaluate(withChange(EMPTY_SNAPSHOT, { files: [file], settings }), file);
  return { source, text, found: findings(evaluation, settings), fixesOf: (finding) => fixes(evaluation, finding) };
}

/** What `htconf check` is told by its arguments. */
function told(args: readonly string[]) {
  const check = COMMANDS.find(({ name }) => name === 'check');
  if (!check) throw new Error('there is no command check');
  const parsed = parseArguments(check, args);
  return { uri: `file:///srv/httpd/${parsed.paths.join(' ')}`, settings: settingsOf(parsed) };
}

/** The text with its findings marked: what a right example is. */
export function marked({ source, text, found }: Judged): string {
  return markedText(source, text, found);
}

/** The text after a repair. */
export function repaired({ text }: Judged, { edits }: Fix): string {
  return applyEdits(text, edits);
}
