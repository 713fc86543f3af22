import { pathToFileURL } from 'node:url';
import { fileText, format as formatFile, openFile, type Edit } from '../engine/engine.ts';
import { encode, type Encoding } from '../hosts/encoding.ts';
import { choiceFor, isGiven, valueFor, type Arguments } from './arguments.ts';
import { displayPath } from './displayPath.ts';
import { edited } from './edited.ts';
import { editorConfigIndent } from './editorConfig.ts';
import { DIRECTIVE_CASES } from './options.ts';
import type { Output } from './output.ts';
import { attempt, Problem } from './problem.ts';
import { sourcesOf, type Source } from './sources.ts';
import { unifiedDiff } from './unifiedDiff.ts';
import { counted } from './words.ts';
import { replaceFile } from './write.ts';

/** `htconf format`; the exit code. */
export async function format(args: Arguments, output: Output): Promise<number> {
  const sources = await sourcesOf(args);
  const show = presentation(args, output);
  const problems: string[] = [];
  let files = 0;
  let changed = 0;
  for await (const source of sources.each) {
    output.progress(`Formatting ${displayPath(source.path)}`);
    const formatted = attempt(problems, () => formatSource(source, args, show));
    if (formatted) files++;
    if (formatted && formatted.edits.length > 0) changed++;
  }
  const all = [...problems, ...sources.problems, ...(sources.more ? [TOO_MANY] : [])];
  for (const problem of all) output.error(problem);
  if (files > 0) show.summary?.(files, changed);
  if (all.length > 0) return 2;
  return isGiven(args, 'check') && changed > 0 ? 1 : 0;
}

const TOO_MANY = 'There are more files than htconf takes in one call: only the first 10,000 were looked at.';

/** One file before and after. */
interface Formatted {
  readonly path: string;
  readonly encoding: Encoding;
  readonly before: string;
  readonly after: string;
  /** In order. */
  readonly edits: readonly Edit[];
}

function formatSource({ path, content }: Source, args: Arguments, show: Presentation): Formatted {
  const name = displayPath(path);
  if ('unread' in content) throw new Problem(`${name} is larger than 16 MiB; it was left as it is.`);
  const file = openFile(pathToFileURL(path).href, 0, content.text);
  const directiveCase = choiceFor(args, 'directive-case', DIRECTIVE_CASES) ?? 'preserve';
  const { edits, problem } = formatFile(file, { indent: indentFor(path, args), directiveCase });
  if (problem !== undefined) throw new Problem(`${name} was left as it is. ${problem}`);
  const after = edits.length > 0 ? fileText(edited(file, edits)) : content.text;
  const formatted = { path, encoding: content.encoding, before: content.text, after, edits };
  show.file(formatted);
  return formatted;
}

const FOUR_BLANKS = '    ';

function indentFor(path: string, args: Arguments): string {
  const indent = valueFor(args, 'indent');
  if (indent === undefined) return editorConfigIndent(path) ?? FOUR_BLANKS;
  return indent === 'tab' ? '\t' : ' '.repeat(Number(indent));
}

/** What becomes of the files, and what is said of it. */
interface Presentation {
  file(formatted: Formatted): void;
  summary?(files: number, changed: number): void;
}

function presentation(args: Arguments, output: Output): Presentation {
  if (isGiven(args, 'diff')) return { file: (one) => output.write(diffOf(one)) };
  if (isGiven(args, 'check')) return telling(output, 'would change', () => undefined);
  if (isGiven(args, 'stdin')) return { file: (one) => output.write(textAfter(one)) };
  return telling(output, 'changed', (one) => replaceFile(one.path, textAfter(one)));
}

/** Does something with each file that changes, and says which they are. */
function telling(output: Output, verb: string, act: (formatted: Formatted) => void): Presentation {
  return {
    file: (formatted) => {
      if (formatted.edits.length === 0) return;
      act(formatted);
      output.write(`${verb} ${displayPath(formatted.path)}\n`);
    },
    summary: (files, changed) => output.write(`${String(changed)} of ${counted(files, 'file')} ${verb}.\n`),
  };
}

function textAfter({ after, encoding }: Formatted): Uint8Array {
  return encode({ text: after, encoding });
}

function diffOf({ path, encoding, before, after, edits }: Formatted): Uint8Array {
  const hunks = unifiedDiff(before, after, edits);
  if (hunks === '') return Buffer.alloc(0);
  const name = displayPath(path).replace(/^\//, '');
  return Buffer.concat([Buffer.from(`--- a/${name}\n+++ b/${name}\n`), encode({ text: hunks, encoding })]);
}
