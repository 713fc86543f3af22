import type { Entry, LineForm, Slot } from './entry.ts';

/** What a section takes whose first word is `~`: the second is a regular expression. */
const BEHIND_TILDE: LineForm = {
  lead: [['~']],
  slots: [
    { label: '~', kind: 'text', optional: false, repeat: false },
    { label: 'regex', kind: 'regex', optional: false, repeat: false },
  ],
};

/** All ways to write a line; the first is the one for lines of which nothing special is seen. */
export function formsOf(entry: Entry): readonly LineForm[] {
  return [entry, ...entry.forms, ...(entry.tilde ? [BEHIND_TILDE] : [])];
}

/** The way in which a line is written that begins with these words, and has `count` of them, where that is known. */
export function formFor(entry: Entry, lead: readonly string[], count: number | undefined): LineForm {
  if (entry.tilde && lead[0] === '~') return BEHIND_TILDE;
  return entry.forms.find((form) => fits(form, lead, count)) ?? entry;
}

/** The slots of such a line. */
export function slotsFor(entry: Entry, lead: readonly string[], count: number | undefined): readonly Slot[] {
  return formFor(entry, lead, count).slots;
}

function fits(form: LineForm, lead: readonly string[], count: number | undefined): boolean {
  if (form.count !== undefined && form.count !== count) return false;
  return (form.lead ?? []).every((choice, index) => choice.includes(lead[index]?.toLowerCase() ?? ''));
}

/**
 * The slot that the word at `index` (from 0) fills in a line of `count` words. With fewer words than slots, optional
 * slots are left out: those at the end first, from the last, then those in front of a required one, from the first.
 * With `count` undefined, because the number of words is not known, every slot is taken to be filled.
 */
export function slotAt(all: readonly Slot[], index: number, count: number | undefined): Slot | undefined {
  const slots = count === undefined ? all : filledSlots(all, count);
  const slot = slots[index];
  if (slot) return slot;
  const last = slots.at(-1);
  return last?.repeat ? last : undefined;
}

function filledSlots(slots: readonly Slot[], count: number): Slot[] {
  const filled = [...slots];
  while (filled.length > count && filled.at(-1)?.optional) filled.pop();
  while (filled.length > count) {
    const front = filled.findIndex((slot) => slot.optional);
    if (front < 0) break;
    filled.splice(front, 1);
  }
  return filled;
}

/** The slots of an entry in all its forms. */
export function allSlots({ slots, forms }: Entry): readonly Slot[] {
  return [...slots, ...forms.flatMap((form) => form.slots)];
}

/** Of a slot of a kind that takes words of a vocabulary: the id of that. */
export function vocabularyOf({ kind }: Pick<Slot, 'kind'>): string | undefined {
  return /^(?:keywords?|expression-string|expression-word):(.+)$/.exec(kind)?.[1];
}
