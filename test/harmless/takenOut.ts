import { logicalLine } from '../agreement/logicalLine.ts';
import { judge, type Httpd } from '../support/oracle/oracle.ts';
import { withInput, type Subject } from './subject.ts';

/** Refusals that are taken out of one text, besides those that are known. */
const MOST = 8;

/**
 * A refused subject without the lines that httpd refuses on this machine, most of them for files and modules that are not
 * here: then httpd shows what it reads of all the others. None where that does not help.
 */
export async function withoutRefused(httpd: Httpd, subject: Subject): Promise<Subject | undefined> {
  const known = (subject.refusedLines ?? []).filter((line) => !isTag(subject.input.text, line));
  let text = known.reduce(withoutLine, subject.input.text);
  for (let round = 0; round <= MOST; round++) {
    const input = { ...subject.input, text };
    const { accepted, line, file } = await judge(httpd, input);
    if (accepted) return { ...withInput(subject, input), likely: 'accepted' };
    if (line === undefined || file !== undefined) return undefined;
    text = withoutLine(text, line);
  }
  return undefined;
}

/** Where httpd refuses a tag, another line may be at fault. */
function isTag(text: string, line: number): boolean {
  const { first } = logicalLine(text, line);
  return /^\s*</.test(text.split('\n')[first - 1] ?? '');
}

/** Comments in the place of a logical line, so that the others stay where they are. */
function withoutLine(text: string, line: number): string {
  const { first, last } = logicalLine(text, line);
  return text
    .split('\n')
    .map((each, index) => (index + 1 >= first && index + 1 <= last ? '#' : each))
    .join('\n');
}
