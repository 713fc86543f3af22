import type { Span } from '../base/span.ts';
import { vocabulary } from '../catalogue/catalogue.ts';
import type { Entry, LineForm, Slot } from '../catalogue/entry.ts';
import { formFor } from '../catalogue/slots.ts';
import { inRaw, leadOf, type Directive } from '../evaluation/directive.ts';
import type { Word } from '../kinds/word.ts';
import { ownDirectiveKey } from '../kinds/world.ts';
import { replaceInLine } from './edits.ts';
import type { Found, Rule } from './rule.ts';

/** Too few or too many words (httpd-config 6.1; for sections 2.2). */
export const argumentCount: Rule = {
  code: 'argument-count',
  directive(directive, ask) {
    const { entry, words, countKnown, key } = directive;
    if (!entry || !countKnown || ask(ownDirectiveKey(key))) return [];
    const { least, most } = bounds(entry, words);
    if (words.length > most) return [tooMany(directive, least, most)];
    if (isRewriteWithEmpty(entry, words)) return [secondIsEmpty(directive)];
    return missing(entry, words, least) ? [tooFew(directive, least, most)] : [];
  },
  fixes(context) {
    const { directive, step } = context;
    if (!directive?.entry || directive.entry.section) return [];
    const { most } = bounds(directive.entry, directive.words);
    const first = directive.words[most - 1];
    const last = directive.words.at(-1);
    if (!first || !last || directive.words.length <= most || directive.words.some((word) => word.quote)) return [];
    if (!mayHoldBlanks(directive.slots[most - 1])) return [];
    const span = inRaw(step, { start: first.span.start, end: last.span.end });
    const raw = step.source.raw.slice(span.start, span.end);
    if (/"|\\$/.test(raw)) return [];
    return [
      {
        title: 'Put the words in quotes',
        safe: false,
        preferred: most === 1,
        edits: [replaceInLine(context, span, `"${raw}"`)],
      },
    ];
  },
};

/** Labels of arguments that people write blanks in: quotes make no sense around a number or a host. */
const MAY_HOLD_BLANKS = [
  ...['argument', 'directory', 'document', 'file', 'file or pipe', 'message', 'name'],
  ...['path', 'query', 'string', 'value'],
];

function mayHoldBlanks(slot: Slot | undefined): boolean {
  return (
    slot !== undefined && MAY_HOLD_BLANKS.includes(slot.label) && !vocabulary(slot.kind.replace('keyword:', ''))?.closed
  );
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}

function bounds(entry: Entry, words: readonly Word[]): Bounds {
  const least = entry.minArgs ?? 0;
  if (entry.header === 'none') return { least: 0, most: 0 };
  if (entry.splitter === 'header') return formBounds(entry, formFor(entry, leadOf(words), words.length));
  if (entry.header !== 'one') return { least, most: entry.maxArgs ?? Infinity };
  return { least, most: entry.tilde && words[0]?.value.text === '~' ? 2 : 1 };
}

/** Of Header and RequestHeader, whose actions take more words or fewer (modules/metadata/mod_headers.c, `header_cmd`). */
function formBounds({ maxArgs = Infinity }: Entry, { slots, minArgs }: LineForm): Bounds {
  const needed = slots.filter(({ optional }) => !optional).length;
  return { least: minArgs ?? needed, most: slots.at(-1)?.repeat ? maxArgs : slots.length };
}

/** An empty word counts as missing where one is needed; ITERATE2 looks at its first word only. */
function missing(entry: Entry, words: readonly Word[], least: number): boolean {
  if (words.length < least) return true;
  if (entry.args === undefined || entry.args === 'RAW_ARGS' || entry.args === 'TAKE_ARGV') return false;
  const needed = entry.args === 'ITERATE2' ? 1 : least;
  return words.slice(0, needed).some((word) => word.value.text === '' && !word.hole);
}

/** Behind quotes mod_rewrite misses nothing: it takes the empty text for the second argument (httpd-config 8.2). */
function isRewriteWithEmpty({ splitter }: Entry, words: readonly Word[]): boolean {
  const [word] = words;
  if (splitter !== 'rewrite' || words.length > 1 || !word?.quote) return false;
  return word.span.end - word.span.start > word.value.text.length + 1;
}

function secondIsEmpty(directive: Directive): Found {
  const { step, name } = directive;
  return {
    span: inRaw(step, name),
    severity: 'warning',
    message: `${shown(directive)} takes at least two arguments, and here is one.`,
    why: 'Behind an argument in quotes httpd does not notice, and takes the empty text for the second one.',
  };
}

function tooMany(directive: Directive, least: number, most: number): Found {
  const { words, step } = directive;
  const span: Span = {
    start: words[most]?.span.start ?? directive.name.start,
    end: words.at(-1)?.span.end ?? directive.name.end,
  };
  const quoted = !directive.header && mayHoldBlanks(directive.slots[most - 1]);
  const quotes = quoted ? ' A value with blanks in it needs quotes.' : '';
  return {
    span: inRaw(step, span),
    message: `${shown(directive)} takes ${range(least, most)}, and here ${are(words.length)}.${quotes}`,
    why: 'httpd counts the arguments and refuses the line.',
    ...(directive.entry?.header === 'one' && { met: 'close' }),
  };
}

function tooFew(directive: Directive, least: number, most: number): Found {
  const { words, step, name } = directive;
  const here = words.filter((word) => word.value.text !== '').length;
  return {
    span: inRaw(step, name),
    message: `${shown(directive)} takes ${range(least, most)}, and here ${are(here)}.`,
    why: 'httpd counts the arguments and refuses the line.',
  };
}

function shown({ entry, key }: Directive): string {
  return `\`${entry?.name ?? key}\``;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function range(least: number, most: number): string {
  if (most === Infinity) return `at least ${count(least)}`;
  return least === most ? count(least) : `${numeral(least)} to ${count(most)}`;
}

function count(n: number): string {
  return n === 1 ? 'one argument' : `${numeral(n)} arguments`;
}

function numeral(n: number): string {
  return NUMBERS[n] ?? String(n);
}

function are(n: number): string {
  if (n === 0) return 'there is none';
  return n === 1 ? 'is one' : `are ${numeral(n)}`;
}
