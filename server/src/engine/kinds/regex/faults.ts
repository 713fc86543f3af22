import type { Span } from '../../base/span.ts';
import type { Repair } from '../kind.ts';
import type { RegexFault } from './checked.ts';

const ANY_TEXT = 'Any text is `.*`. ';

/** What PCRE2 refuses, in words; `written` is what stands in the pattern. */
export const FAULTS = {
  nothingToRepeat: (written: string) => ({
    message: `There is nothing in front of \`${written}\` that it could repeat. ${written === '*' ? ANY_TEXT : ''}The character itself is \`\\${written}\`.`,
    repairs: [...(written === '*' ? [put('.*')] : []), put(`\\${written}`)],
  }),
  repeatedTwice: (written: string) => ({
    message: `\`${written}\` would repeat something that is repeated already.`,
    repairs: [{ title: `Remove ${written}`, text: '', preferred: true }],
  }),
  tooOften: () => ({ message: 'Nothing can be repeated more than 65535 times.' }),
  countsSwapped: (least: string, most: string) => ({
    message: `\`{${least},${most}}\` repeats at least ${least} times, but at most ${most} times.`,
    repairs: [put(`{${most},${least}}`, true)],
  }),
  groupNotClosed: () => ({
    message: 'The group that begins here is never closed: its `)` is missing. A bracket as such is `\\(`.',
    repairs: [put('\\(')],
  }),
  groupNotOpened: () => ({
    message: 'No group is open that this `)` could close. A bracket as such is `\\)`.',
    repairs: [put('\\)')],
  }),
  tooDeep: () => ({ message: 'More than 250 groups stand in one another here.' }),
  tooManyGroups: () => ({ message: 'The pattern has more than 65535 groups.' }),
  tooManyNames: () => ({ message: 'The pattern has more than 10000 groups with a name.' }),
  setNotClosed: () => ({
    message: 'The set of characters that begins here is never closed: its `]` is missing. A bracket as such is `\\[`.',
    repairs: [put('\\[')],
  }),
  rangeBackwards: (written: string, swapped: string | undefined) => ({
    message: `The range \`${written}\` ends before it begins.`,
    ...(swapped !== undefined && { repairs: [put(swapped, true)] }),
  }),
  rangeOfSet: () => ({
    message:
      'A range goes from one character to another, and beside this `-` stands a whole set. A `-` as such is `\\-`.',
    repairs: [put('\\-', true)],
  }),
  classOutside: (written: string) => ({
    message: `\`${written}\` must stand within a set of characters, in a second pair of brackets.`,
    repairs: [put(`[${written}]`, true)],
  }),
  classUnknown: (written: string) => ({ message: `\`${written}\` is no class of characters.` }),
  collating: (written: string) => ({ message: `httpd's regular expressions have nothing like \`${written}\`.` }),
  endsInBackslash: () => ({ message: 'The pattern ends in a `\\` that has nothing behind it.' }),
  escapeUnknown: (written: string) => ({
    message: `\`${written}\` means nothing in a regular expression. The letter itself is \`${written.slice(1)}\`.`,
    repairs: [put(written.slice(1))],
    isLetterInPcre1: true,
  }),
  escapeUnsupported: (written: string) => ({
    message: `\`${written}\` belongs to other sorts of regular expressions; httpd's have none.`,
  }),
  escapeInSet: (written: string) => ({ message: `\`${written}\` cannot stand in a set of characters.` }),
  controlEscape: () => ({ message: '`\\c` takes one more character, a letter or sign of ASCII.' }),
  numberedEscape: (written: string, digits: 'hexadecimal' | 'octal') => ({
    message: `\`${written}\` takes the ${digits} number of a character in braces.`,
  }),
  characterTooLarge: (written: string, utf: boolean) => ({
    message: utf
      ? `\`${written}\` is the number of no character.`
      : `\`${written}\` is too large: httpd matches bytes, and the largest is \`\\xff\`.`,
  }),
  utfOnly: (written: string) => ({
    message: `\`${written}\` works only where \`(*UTF)\` stands in front of the pattern.`,
  }),
  propertyMalformed: (written: string) => ({
    message: `\`${written}\` takes a property of characters: one letter, or a name in braces.`,
  }),
  propertyUnknown: (written: string) => ({ message: `\`${written}\` is no property of characters.` }),
  groupStart: (written: string) => ({ message: `\`${written}\` begins no sort of group.` }),
  optionHyphen: () => ({ message: 'Only one `-` may stand here, and none behind `^`.' }),
  commentNotClosed: () => ({ message: 'The comment that begins here is never closed: its `)` is missing.' }),
  nameMissing: () => ({ message: 'The name of a group is missing here.' }),
  nameDigit: (name: string) => ({ message: `The name of a group cannot begin with a digit, as \`${name}\` does.` }),
  nameTooLong: () => ({ message: 'The name of a group is too long here.' }),
  nameNotEnded: (name: string, end: string) => ({ message: `Behind the name \`${name}\` must stand \`${end}\`.` }),
  nameTaken: (name: string) => ({
    message: `Another group has the name \`${name}\` already, and \`(?-J)\` allows only one.`,
  }),
  namesDiffer: (name: string, other: string) => ({
    message: `This group has the number of the group \`${other}\`, and so cannot be named \`${name}\`.`,
  }),
  noSuchNumber: (to: number, count: number) => ({
    message: `There is no group ${String(to)}: ${groups(count)}.`,
  }),
  noSuchName: (to: string) => ({ message: `No group of the pattern has the name \`${to}\`.` }),
  referenceUnclear: (written: string) => ({
    message: `\`${written}\` does not say which group is meant: behind it stands a number, or a name in \`{}\`, \`<>\` or \`''\`.`,
  }),
  referenceNotEnded: (end: string) => ({ message: `Behind the number of the group must stand \`${end}\`.` }),
  callNotEnded: () => ({ message: 'Behind the group that is called must stand `)`.' }),
  numberTooLarge: () => ({ message: 'No group can have so large a number.' }),
  numberMissing: () => ({ message: 'The number of a group is missing here.' }),
  calloutMalformed: () => ({ message: '`(?C` takes a number up to 255 or a text in quotes, and then `)`.' }),
  conditionMalformed: () => ({
    message: 'Here must stand what the group depends on: the number or name of a group, and then `)`.',
  }),
  assertionExpected: () => ({ message: 'The condition of a group must be a lookahead or lookbehind.' }),
  tooManyBranches: () => ({ message: 'A group with a condition has at most two branches, and this is the third.' }),
  definitionsBranch: () => ({ message: 'A `(?(DEFINE)…)` group has no second branch.' }),
  commandUnknown: (written: string) => ({
    message: `\`${written}\` begins no command of a regular expression. Any text in a group is \`(.*\`.`,
  }),
  commandName: (written: string) => ({ message: `\`${written}\` takes a name behind a colon.` }),
  lookbehindEndless: () => ({
    message: 'What a lookbehind looks for must have a limited length: `*`, `+` and `{1,}` have none.',
  }),
  lookbehindTooLong: () => ({ message: 'What this lookbehind looks for is too long.' }),
} satisfies Readonly<Record<string, (...words: never[]) => Omit<RegexFault, 'span'>>>;

/** A fault of a range. */
export function faultAt(span: Span, fault: Omit<RegexFault, 'span'>): RegexFault {
  return { ...fault, span };
}

function put(text: string, preferred = false): Repair {
  return { title: `Write ${text}`, text, preferred };
}

function groups(count: number): string {
  if (count === 0) return 'the pattern has none';
  return count === 1 ? 'the pattern has one' : `the pattern has ${String(count)}`;
}
