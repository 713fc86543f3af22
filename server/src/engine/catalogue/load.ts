import { EVERY_BIT, familiesOf, maskOf } from './bits.ts';
import type { ArgumentType, CountedRule, Entry, LineForm, PlaceRule, Slot } from './entry.ts';
import type { Module } from './module.ts';
import type { StoredDirective, StoredForm, StoredModuleFile, StoredOld, StoredRule, StoredSlot } from './stored.ts';

/** How many words each command type takes (httpd-config 6.1); absent: nobody counts, or the directive does itself. */
const ARGUMENT_COUNTS: { readonly [type in ArgumentType]: { readonly minArgs?: number; readonly maxArgs?: number } } = {
  NO_ARGS: {},
  FLAG: { minArgs: 1 },
  TAKE1: { minArgs: 1, maxArgs: 1 },
  TAKE2: { minArgs: 2, maxArgs: 2 },
  TAKE3: { minArgs: 3, maxArgs: 3 },
  TAKE12: { minArgs: 1, maxArgs: 2 },
  TAKE13: { minArgs: 1, maxArgs: 3 },
  TAKE23: { minArgs: 2, maxArgs: 3 },
  TAKE123: { minArgs: 1, maxArgs: 3 },
  ITERATE: { minArgs: 1 },
  ITERATE2: { minArgs: 2 },
  RAW_ARGS: {},
  TAKE_ARGV: {},
};

export function moduleOf(file: StoredModuleFile, thirdParty: boolean): Module {
  const { needs, ...same } = file.module;
  return { ...same, thirdParty, ...(needs && { needs: { load: [], start: [], use: [], ...needs } }) };
}

/**
 * The entry of a directive in a module's file; `old` where it has an old name's row too. Every field is named, since
 * objects of one shape are made ten times as fast as by spreading, and there are 1,700 of them.
 */
export function entryOfStored(stored: StoredDirective, module: Module, old: StoredOld | undefined): Entry {
  const bare = bareName(stored.name);
  const section = bare !== stored.name;
  const counts = ARGUMENT_COUNTS[stored.args];
  return {
    name: stored.name,
    spellings: stored.spellings ?? [bare],
    key: keyOf(stored.name),
    section,
    modules: stored.modules ?? [module.identifier],
    phase: stored.read ? 'read' : 'walk',
    readUntil: stored.readUntil,
    args: stored.args,
    minArgs: stored.minArgs ?? counts.minArgs,
    maxArgs: stored.maxArgs ?? counts.maxArgs,
    splitter: stored.splitter ?? (section ? 'section' : 'words'),
    slots: slotsOf(stored.slots),
    forms: formsOf(stored.forms),
    header: stored.header,
    tilde: stored.tilde === true,
    textBody: stored.textBody === true,
    default: stored.default,
    since: stored.since,
    state: old?.state,
    old,
    alwaysRefused: stored.alwaysRefused === true,
    page: stored.page,
    syntax: stored.syntax ?? [],
    platform: stored.platform,
    thirdParty: module.thirdParty,
    mask: maskOf(stored.mask),
    forbiddenUnder: familiesOf(stored.forbiddenUnder),
    onlyUnder: familiesOf(stored.onlyUnder),
    exceptUnder: familiesOf(stored.exceptUnder),
    byArgs: stored.byArgs && countedRules(stored.byArgs),
  };
}

/** The entry of an old name that no module of today registers: httpd does not know it, so nothing else is judged. */
export function entryOfOld(old: StoredOld): Entry {
  return { ...unjudgedEntry(old.name), args: old.args, state: old.state, old };
}

/**
 * The entry of a directive of which only the name is known, sections in `<>`, such as the user's own ones: it may stand
 * anywhere with any words.
 */
export function unjudgedEntry(name: string): Entry {
  const bare = bareName(name);
  const section = bare !== name;
  return {
    name,
    spellings: [bare],
    key: keyOf(name),
    section,
    modules: [],
    phase: 'walk',
    readUntil: undefined,
    args: undefined,
    minArgs: undefined,
    maxArgs: undefined,
    splitter: section ? 'section' : 'words',
    slots: [],
    forms: NO_FORMS,
    header: section ? 'text' : undefined,
    tilde: false,
    textBody: false,
    default: undefined,
    since: undefined,
    state: undefined,
    old: undefined,
    alwaysRefused: false,
    page: undefined,
    syntax: [],
    platform: undefined,
    thirdParty: false,
    mask: EVERY_BIT,
    forbiddenUnder: 0,
    onlyUnder: 0,
    exceptUnder: 0,
    byArgs: undefined,
  };
}

/** The key of a name as the data and `Entry` spell it: `<Directory>` has the key `<directory`. */
export function keyOf(name: string): string {
  return name.replace('>', '').toLowerCase();
}

function bareName(name: string): string {
  return name.startsWith('<') ? name.slice(1, -1) : name;
}

const NO_FORMS: readonly LineForm[] = [];

function formsOf(stored: readonly StoredForm[] = NO_FORMS): readonly LineForm[] {
  return stored.map((form) => ({ ...form, slots: slotsOf(form.slots) }));
}

function slotsOf(stored: readonly StoredSlot[] = []): Slot[] {
  return stored.map((slot) => ({
    label: slot.label,
    kind: slot.kind ?? 'text',
    optional: slot.optional === true,
    repeat: slot.repeat === true,
    ...(slot.since !== undefined && { since: slot.since }),
  }));
}

function countedRules(byArgs: { readonly [count: string]: StoredRule }): CountedRule[] {
  return Object.entries(byArgs).map(([count, stored]) => {
    const from = parseInt(count, 10);
    return { from, to: count.endsWith('+') ? Infinity : from, rule: ruleOf(stored) };
  });
}

function ruleOf(stored: StoredRule): PlaceRule {
  return {
    forbiddenUnder: familiesOf(stored.forbiddenUnder),
    onlyUnder: familiesOf(stored.onlyUnder),
    exceptUnder: familiesOf(stored.exceptUnder),
  };
}
