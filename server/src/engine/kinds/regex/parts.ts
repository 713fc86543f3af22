import type { Ask } from '../../base/ask.ts';
import type { Mapped } from '../../base/mapped.ts';
import type { Part, Problem } from '../kind.ts';
import { patchLevel } from '../world.ts';
import { checkRegex } from './check.ts';
import type { RegexFault, RegexGroup, RegexToken } from './checked.ts';

/** The parts of a regular expression; what is wrong with it is a part of its own. `value` is all of the pattern. */
export function regexParts({ text, pieces }: Mapped, ask: Ask): readonly Part[] {
  const { fault, groups, tokens: all } = checkRegex(text);
  const tokens = groups.length > 0 ? withNumbers(all, groups) : all;
  if (!fault) return tokens;
  const { start, end } = fault.span;
  return [
    ...tokens.filter(({ span }) => span.end <= start),
    { span: fault.span, role: 'text', problem: problemOf(fault, pieces === undefined, ask) },
    ...tokens.filter(({ span }) => span.start >= end),
  ];
}

/** What begins a group that captures names that: `1`, or `1 name`. */
function withNumbers(tokens: readonly RegexToken[], groups: readonly RegexGroup[]): readonly Part[] {
  const keys = new Map(groups.map(({ span, number, name }) => [span.start, [number, name].join(' ').trim()]));
  return tokens.map((token) => {
    const key = token.role === 'group' ? keys.get(token.span.start) : undefined;
    return key === undefined ? token : { ...token, key };
  });
}

/** Where escapes or variables were taken off the text, what would have to be written there is not that plain. */
function problemOf({ message, repairs, isLetterInPcre1 }: RegexFault, isVerbatim: boolean, ask: Ask): Problem {
  const known = { code: 'regex', message, ...(repairs && isVerbatim && { repairs }) };
  if (isLetterInPcre1 && hasPcre1(ask))
    return {
      ...known,
      severity: 'warning',
      why: 'This httpd takes it for the letter. Since 2.4.52 httpd may refuse the line.',
    };
  return { ...known, why: 'httpd cannot compile the pattern, and refuses the line.' };
}

/** httpd knows PCRE2 since 2.4.52. */
function hasPcre1(ask: Ask): boolean {
  const patch = patchLevel(ask);
  return patch !== undefined && patch < 52;
}
