import { CODES, explainedNamesLike, explainName, pageAddress } from '../engine/engine.ts';
import type { Arguments } from './arguments.ts';
import type { Output } from './output.ts';
import { withoutMarks } from './pages/marks.ts';
import { pageOf } from './pages/pageOf.ts';
import { terminalText } from './pages/terminalText.ts';
import { Problem } from './problem.ts';
import { paintFor, type Paint } from './report/paint.ts';
import { printable } from './report/printable.ts';

/** `htconf explain`: the page of a code, or what an editor says of a directive. */
export async function explain({ paths: [name] }: Arguments, output: Output): Promise<number> {
  if (name === undefined) throw new Problem('name what to explain: the code of a finding, or a directive.');
  const paint = paintFor(output.colour);
  if (Object.hasOwn(CODES, name)) output.write(await pageText(name, paint));
  else output.write(directiveText(name, paint));
  return 0;
}

async function pageText(code: string, paint: Paint): Promise<string> {
  const { sentence, facts, sections } = await pageOf(code);
  const { severity, refusedAt, fix } = facts;
  const told = sections.map(({ heading, text }) => `## ${heading}\n\n${withFixesNamed(withoutMarks(text))}`);
  const head = [`# ${code}`, sentence, `- Severity: ${severity}\n- Refused at: ${refusedAt}\n- Fix: ${fix}`];
  return terminalText([...head, ...told, `[The same page](${pageAddress(code)})`].join('\n\n'), paint);
}

/** An example and what the first fix makes of it look alike where the language of a block is not shown. */
function withFixesNamed(text: string): string {
  return text.replaceAll(/^```apacheconf fixed$/gm, 'Fixed:\n\n```apacheconf');
}

function directiveText(name: string, paint: Paint): string {
  const known = explainName(name);
  if (known.length === 0) throw new Problem(unknown(name));
  return known.map((markdown) => terminalText(markdown, paint)).join('\n');
}

function unknown(name: string): string {
  const [near] = explainedNamesLike(name);
  const question = near === undefined ? '' : ` Was \`${near}\` meant?`;
  return `there is no code and no directive \`${printable(name)}\`.${question}`;
}
