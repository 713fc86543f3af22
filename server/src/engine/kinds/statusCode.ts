import type { Candidate, Kind, Part, Problem } from './kind.ts';
import { STATUSES } from './statuses.ts';

/** The status of an answer, of which httpd reads the digits in front alone (httpd-config 8.8). */
export const statusCode: Kind = {
  id: 'status-code',
  parse: ({ value }) => parse(value.text),
  suggest: () => CANDIDATES,
};

const CANDIDATES: readonly Candidate[] = [...STATUSES].map(([code, detail]) => ({
  text: String(code),
  role: 'keyword',
  detail,
}));

function parse(text: string): Part[] {
  if (text === '') return [];
  const code = Number(/^\s*([+-]?\d+)/.exec(text)?.[1] ?? 0);
  const span = { start: 0, end: text.length };
  if (STATUSES.has(code)) return [{ span, role: 'keyword', key: String(code) }];
  return [{ span, role: 'keyword', problem: unknown(text) }];
}

function unknown(text: string): Problem {
  return {
    code: 'status-code',
    message: `\`${text}\` is no status that httpd knows.`,
    why: 'httpd refuses the line. It knows the usual ones from 100 to 511, and no others.',
  };
}
