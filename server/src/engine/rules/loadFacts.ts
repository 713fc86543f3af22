import { sourceSpan } from '../base/mapped.ts';
import type { Directive } from '../evaluation/directive.ts';
import type { FactHere } from './rule.ts';

/** A module that a line loads: its identifier as it is written. */
export const LOADS = 'loads-module';
/** Of the same line: the identifier that is in the file, where it is another. */
export const RIGHT = 'module-in-file';

/** What a `LoadModule` line with two words that are known adds to the facts. */
export function loadFacts({ words }: Directive): FactHere[] {
  const [identifier] = words;
  if (!identifier || words.length !== 2 || identifier.hole) return [];
  const { value } = identifier;
  return [{ kind: LOADS, value: value.text, span: sourceSpan(value, { start: 0, end: value.text.length }) }];
}
