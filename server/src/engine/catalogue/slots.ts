import type { Entry, Slot } from './entry.ts';

/** What a section takes whose first word is `~`: the second is a regular expression. */
const BEHIND_TILDE: readonly Slot[] = [
  { label: '~', kind: 'text', optional: false, repeat: false },
  { label: 'regex', kind: 'regex', optional: false, repeat: false },
];

/**
 * The slot that the word at `index` (from 0) fills in a line of `count` words. With fewer words than slots, optional
 * slots are left out: those at the end first, from the last, then those in front of a required one, from the first.
 * With `count` undefined, because the number of words is not known, every slot is taken to be filled.
 * `first` is the first word.
 */
export function slotAt(entry: Entry, index: number, count: number | undefined, first?: string): Slot | undefined {
  if (entry.tilde && first === '~') return BEHIND_TILDE[index];
  const slots = count === undefined ? entry.slots : filledSlots(entry.slots, count);
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
