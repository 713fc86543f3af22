import { judge, type Httpd } from '../support/oracle/oracle.ts';
import { logicalLine } from '../agreement/logicalLine.ts';
import { withInput, type Subject } from './subject.ts';

/** Refusals that are taken out of one text. */
const MOST = 8;

/**
 * A subject without the lines that httpd refuses on this machine, most of them for files and modules that are not here:
 * then httpd shows what it reads of all the others. None where it is accepted as it is, or where that does not help.
 */
export async function withoutRefused(httpd: Httpd, subject: Subject): Promise<Subject | undefined> {
  let left = subject;
  for (let round = 0; round <= MOST; round++) {
    const verdict = await judge(httpd, left.input);
    if (verdict.accepted) return round === 0 ? undefined : left;
    if (verdict.line === undefined || verdict.file !== undefined) return undefined;
    left = withInput(left, { ...left.input, text: withoutLine(left.input.text, verdict.line) });
  }
  return undefined;
}

/** Comments in the place of a logical line, so that the others stay where they are. */
function withoutLine(text: string, line: number): string {
  const { first, last } = logicalLine(text, line);
  return text
    .split('\n')
    .map((each, index) => (index + 1 >= first && index + 1 <= last ? '#' : each))
    .join('\n');
}
