import { slice } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import type { Kind, Part, Problem } from './kind.ts';
import { moved } from './moved.ts';
import { regexParts } from './regex/parts.ts';

/**
 * `s/pattern/text/flags` of Substitute: any character may stand for `/`, and nothing protects it. With the flag `n` the
 * pattern is text (modules/filters/mod_substitute.c, `set_pattern`).
 */
export const substitution: Kind = {
  id: 'substitution',
  parse({ value }, ask) {
    const { text } = value;
    if (text === '' || text.charAt(1) > '~') return [];
    const pieces = piecesOf(text);
    if (!pieces) return [{ span: { start: 0, end: text.length }, role: 'text', problem: noSubstitution(text) }];
    const { pattern, flags } = pieces;
    const written = text.slice(flags.start, flags.end);
    const parts = /n/i.test(written) ? [] : regexParts(slice(value, pattern), ask);
    return [...parts.map((part) => moved(part, pattern.start)), ...flagParts(written, flags)];
  },
  suggest: () => [],
};

const PATTERN_AT = 2;

interface Pieces {
  readonly pattern: Span;
  readonly flags: Span;
}

/** Where pattern and flags stand; undefined where the pattern is empty or has no end. */
function piecesOf(text: string): Pieces | undefined {
  const sign = text.charAt(1);
  const end = sign === '' ? -1 : text.indexOf(sign, PATTERN_AT);
  if (!/^s/i.test(text) || end <= PATTERN_AT) return undefined;
  const textEnd = text.indexOf(sign, end + 1);
  const flags = { start: textEnd < 0 ? text.length : textEnd + 1, end: text.length };
  return { pattern: { start: PATTERN_AT, end }, flags };
}

const UNKNOWN = /[^infq]/gi;

function flagParts(written: string, span: Span): readonly Part[] {
  if (written === '') return [];
  const [unknown] = written.match(UNKNOWN) ?? [];
  return [{ span, role: 'keyword', ...(unknown !== undefined && { problem: noFlag(written, unknown) }) }];
}

function noFlag(written: string, unknown: string): Problem {
  const left = written.replace(UNKNOWN, '');
  return {
    code: 'keyword-value',
    message: `\`Substitute\` has no flag \`${unknown}\`.`,
    why: 'It has `i`, `n`, `f` and `q`, and replaces each occurrence without being told so. httpd refuses the line.',
    repairs: [{ title: left === '' ? 'Remove the flags' : `Change the flags to ${left}`, text: left, preferred: true }],
  };
}

function noSubstitution(text: string): Problem {
  return {
    code: 'keyword-value',
    message: `\`${text}\` is no substitution: that is written \`s/pattern/text/\`, with any sign in the place of \`/\`.`,
    why: 'httpd refuses the line.',
  };
}
