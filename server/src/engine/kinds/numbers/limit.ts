import type { Kind } from '../kind.ts';
import { leadingNumber } from './leadingNumber.ts';

/** A limit of RLimitCPU and its kin: a number, or `max` for all that the system grants. The parameter is what it counts. */
export function limit(unit: string): Kind {
  const number = leadingNumber(unit)('');
  return {
    id: `limit:${unit}`,
    parse: (word, ask) =>
      /^max$/i.test(word.value.text)
        ? [{ span: { start: 0, end: word.value.text.length }, role: 'keyword', key: 'max' }]
        : number.parse(word, ask),
    suggest: () => [{ text: 'max', role: 'keyword' }],
  };
}
