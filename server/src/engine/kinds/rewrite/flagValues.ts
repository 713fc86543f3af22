import type { Span } from '../../base/span.ts';
import { nearNames } from '../../base/spelling.ts';
import { rewriteWords } from '../../catalogue/data/index.ts';
import type { FlagValue, RewriteFlag } from '../../catalogue/rewriteWords.ts';
import type { Part, Problem, Repair } from '../kind.ts';
import { moved } from '../moved.ts';
import { STATUSES } from '../statuses.ts';
import { expandedParts } from './expanded.ts';

const redirects = rewriteWords.redirects.map(({ name }) => name);

/** The parts of the value of a flag; `span` is where it stands in the text. */
export function valueParts(text: string, span: Span, flag: RewriteFlag): readonly Part[] {
  return READERS[flag.value](text, span, flag);
}

type Reader = (text: string, span: Span, flag: RewriteFlag) => readonly Part[];

const plain: Reader = () => [];
const expanded: Reader = (text, { start, end }) =>
  expandedParts(text.slice(start, end)).map((part) => moved(part, start));

const READERS: Readonly<Record<FlagValue, Reader>> = {
  none: (_, span, flag) => [{ span, role: 'text', problem: noValue(flag) }],
  characters: plain,
  cookie: expanded,
  environment,
  handler: expanded,
  number,
  status,
  type: expanded,
};

function noValue({ name }: RewriteFlag): Problem {
  return warning(`The flag \`${name}\` takes no value.`, 'httpd ignores what stands behind the `=`.');
}

/** What a person who wrote `=` between name and value gets is a variable with a `=` in its name. */
function environment(text: string, span: Span, flag: RewriteFlag): readonly Part[] {
  const written = text.slice(span.start, span.end);
  const [, name, value] = /^([A-Za-z_]\w*)=([^:]*)$/.exec(written) ?? [];
  if (name === undefined || value === undefined) return expanded(text, span, flag);
  const right = `${name}:${value}`;
  const message = `A colon stands between name and value: \`E=${right}\`.`;
  const why = `httpd sets a variable \`${written}\`, without a value.`;
  return [{ span, role: 'text', problem: warning(message, why, [repair(right)]) }];
}

/** httpd reads the digits in front alone. */
function number(text: string, span: Span, { name }: RewriteFlag): readonly Part[] {
  const written = text.slice(span.start, span.end);
  if (/^\s*[-+]?\d/.test(written)) return [{ span, role: 'number' }];
  const problem = warning(`Behind \`${name}=\` stands a number.`, `httpd takes \`${written}\` for 0.`);
  return [{ span, role: 'text', problem }];
}

/** A number must be a status that httpd knows; any other word stands for 302. */
function status(text: string, span: Span): readonly Part[] {
  const written = text.slice(span.start, span.end);
  const key = redirects.find((name) => name === written.toLowerCase());
  if (key !== undefined) return [{ span, role: 'keyword', key }];
  const code = /^\d+/.exec(written)?.[0];
  if (code === undefined) return [{ span, role: 'keyword', problem: noStatus(written) }];
  if (STATUSES.has(Number(code))) return [{ span, role: 'keyword', key: String(Number(code)) }];
  return [{ span, role: 'keyword', problem: unknownStatus(written) }];
}

function unknownStatus(written: string): Problem {
  return {
    code: 'rewrite-flags',
    message: `\`${written}\` is no status that httpd knows.`,
    why: 'httpd refuses the line.',
  };
}

function noStatus(written: string): Problem {
  const near = nearNames(written, redirects);
  const number = written.trim();
  const repairs = STATUSES.has(Number(number)) ? [repair(number)] : near.map(repair);
  const message = `\`${written}\` is no status: behind \`R=\` stands a number, or one of \`${redirects.join('`, `')}\`.`;
  return warning(message, 'httpd answers with 302.', repairs);
}

function repair(text: string): Repair {
  return { title: `Change to ${text}`, text, preferred: true };
}

/** Something that httpd takes. */
function warning(message: string, why: string, repairs: readonly Repair[] = []): Problem {
  return { code: 'rewrite-flags', severity: 'warning', message, why, ...(repairs.length > 0 && { repairs }) };
}
