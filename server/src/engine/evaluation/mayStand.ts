import { entryOf } from '../catalogue/catalogue.ts';
import { enter, refusal, type Offer } from '../catalogue/contexts.ts';
import { splitWords } from '../kinds/words.ts';
import { nameSpan, textOf, type Line } from '../syntax/line.ts';

/** Whether every one of some lines may stand where `start` is offered, each in the sections that begin among them. */
export function mayStand(lines: readonly Line[], start: Offer): boolean {
  const around = [start];
  return lines.every((line) => {
    const { form, key } = line;
    if (form === 'close') return around.pop() !== undefined;
    const entry = entryOf(key);
    const here = around.at(-1) ?? start;
    if (form === 'open') around.push(enter(here, key));
    return !entry || refusal(entry, form === 'open' ? undefined : argumentCount(line), here) === undefined;
  });
}

/** Of some directives it depends on the number of their arguments where they may stand. */
function argumentCount(line: Line): number {
  const text = textOf(line);
  return splitWords(text, nameSpan(text.text).end, text.text.length).length;
}
