import { slice } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import type { Kind } from './kind.ts';
import { moved } from './moved.ts';
import { regexParts } from './regex/parts.ts';

/**
 * `s/pattern/text/flags` of Substitute: any character may stand for `/`, and nothing protects it. With the flag `n` the
 * pattern is text (modules/filters/mod_substitute.c, `set_pattern`).
 */
export const substitution: Kind = {
  id: 'substitution',
  parse({ value }, ask) {
    const pattern = patternIn(value.text);
    if (!pattern) return [];
    const { start } = pattern;
    return regexParts(slice(value, pattern), ask).map((part) => moved(part, start));
  },
  suggest: () => [],
};

const PATTERN_AT = 2;

/** Where the regular expression stands; undefined where there is none, or not all of it. */
function patternIn(text: string): Span | undefined {
  const sign = text.charAt(1);
  const end = sign === '' ? -1 : text.indexOf(sign, PATTERN_AT);
  if (!/^s/i.test(text) || end <= PATTERN_AT) return undefined;
  const flags = text.slice(end + 1).split(sign)[1] ?? '';
  return /n/i.test(flags) ? undefined : { start: PATTERN_AT, end };
}
