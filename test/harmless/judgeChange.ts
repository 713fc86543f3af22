import { logicalLine } from '../agreement/logicalLine.ts';
import type { Httpd, Verdict } from '../support/oracle/oracle.ts';
import type { Change, Judged } from './change.ts';
import { firstDifference, readingOfText } from './sameReading.ts';
import { serverReading, type ServerReading } from './serverReading.ts';
import { textsOf } from './subject.ts';

/** Holds a change against the real httpd. */
export async function judgeChange(httpd: Httpd, change: Change): Promise<Judged> {
  const { subject, after, changes } = change;
  const was = await serverReading(httpd, subject);
  const likely = was.verdict.accepted || changes === 'fault' ? 'accepted' : 'refused';
  const is = await serverReading(httpd, { input: after, steps: subject.steps, likely });
  const why = wordsDiffer(change) ?? (was.verdict.accepted ? readDiffers(was, is) : refusedMore(change, was, is));
  return why === undefined ? { change, effect: effectOf(was.verdict, is.verdict) } : { change, effect: 'harm', why };
}

function effectOf(was: Verdict, is: Verdict): Judged['effect'] {
  if (was.accepted) return 'same';
  if (is.accepted) return 'mended';
  return was.fault === 'environment' || is.fault === 'environment' ? 'environment' : 'refused';
}

function wordsDiffer({ subject, after, changes }: Change): string | undefined {
  if (changes === 'fault') return undefined;
  const [before, now] = [subject.input, after].map((input) =>
    textsOf(input).map((text) => readingOfText(text, changes === 'case')),
  );
  return now
    ?.map((reading, i) => firstDifference(before?.[i] ?? [], reading))
    .find((difference) => difference !== undefined);
}

function readDiffers(was: ServerReading, is: ServerReading): string | undefined {
  if (!is.verdict.accepted) return `httpd accepted it, and then said: ${is.verdict.message}`;
  if (!was.reading !== !is.reading) return 'httpd shows what it reads only before or only after';
  return was.reading && is.reading && firstDifference(was.reading, is.reading);
}

/** What mends a fault leads at least as far as before; what changes nothing leads to the same refusal. */
function refusedMore(change: Change, { verdict: was }: ServerReading, { verdict: is }: ServerReading) {
  if (change.changes === 'fault') return is.accepted || isNotEarlier(was, is) ? undefined : told(was, is);
  return isSameRefusal(was, is) && isSameLine(change, was, is) ? undefined : told(was, is);
}

/** What is refused while the text is read comes before all that is refused afterwards, whatever the lines (httpd-config 0.1). */
function isNotEarlier(was: Verdict, is: Verdict): boolean {
  if (isWhileReading(was) && !isWhileReading(is)) return true;
  return was.line === undefined || is.line === undefined || is.file !== was.file || is.line >= was.line;
}

function isWhileReading({ message }: Verdict): boolean {
  return /^(?!AH\d)\S+: Syntax error on line/.test(message);
}

function isSameRefusal(was: Verdict, is: Verdict): boolean {
  return is.accepted === was.accepted && is.refusedAt === was.refusedAt && is.kind === was.kind && is.file === was.file;
}

/** Blank lines move it, but only in the text itself. */
function isSameLine({ subject, after, changes }: Change, was: Verdict, is: Verdict): boolean {
  if (was.line === undefined || is.line === undefined || was.file !== undefined) return was.line === is.line;
  const anyCase = changes === 'case';
  const before = readingOfText(textOfLine(subject.input.text, was.line), anyCase);
  return firstDifference(before, readingOfText(textOfLine(after.text, is.line), anyCase)) === undefined;
}

function textOfLine(text: string, line: number): string {
  const { first, last } = logicalLine(text, line);
  const lines = text.split('\n').slice(first - 1, last);
  return lines.join('\n');
}

function told(was: Verdict, is: Verdict): string {
  return `httpd said: ${was.message}\nand then: ${is.message || 'it accepts this'}`;
}
