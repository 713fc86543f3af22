import { modulesOf } from '../catalogue/catalogue.ts';
import type { Entry, OldState } from '../catalogue/entry.ts';
import type { Module } from '../catalogue/module.ts';
import { contextWords } from './contextWords.ts';
import { bullets, code, codeBlock, codeList, manualLink, paragraphs } from './markdown.ts';

/**
 * What is known of a directive or section; `loaded` is the sentence on its module in this configuration, `granted` that
 * on what this `.htaccess` may say.
 */
export function entryFacts(entry: Entry, loaded?: string, granted?: string): string {
  return paragraphs([
    codeBlock(entry.syntax.length > 0 ? entry.syntax : [usage(entry)]),
    oldFacts(entry),
    moduleSentence(entry, loaded),
    entry.state === 'refused' ? undefined : bullets(facts(entry)),
    granted,
    entry.page === undefined ? undefined : manualLink(entry.page, entry.name.replace(/[<>]/g, '')),
  ]);
}

/** Where no form is known: its arguments by their labels. */
function usage({ name, slots, section }: Entry): string {
  const labels = slots.map(({ label, optional }) => (optional ? `[${label}]` : label));
  const inside = [name.replace('>', ''), ...labels].join(' ');
  return section ? `${inside}> ... </${name.slice(1)}` : inside;
}

/** The module beside a name in a list, in few words. */
export function moduleLabel(entry: Entry): string {
  const modules = modulesOf(entry);
  if (modules.length > 1 && modules.every(isMpm)) return 'MPM';
  return modules.map((module) => module.name).join(', ');
}

function isMpm({ status }: Module): boolean {
  return status === 'MPM';
}

function moduleSentence(entry: Entry, loaded: string | undefined): string | undefined {
  const modules = modulesOf(entry);
  if (modules.length === 0) return undefined;
  const what = entry.section ? 'Section' : 'Directive';
  return [`${what} of ${modules.map(named).join(', ')}.`, loaded].filter((part) => part !== undefined).join(' ');
}

function named({ name, identifier, thirdParty, package: debian }: Module): string {
  const other = thirdParty ? `, third-party${debian === undefined ? '' : `, Debian package ${code(debian)}`}` : '';
  return `**${name}** (${code(identifier)}${other})`;
}

function facts(entry: Entry): string[] {
  return [
    `Context: ${contextWords(entry)}`,
    ...(entry.default === undefined ? [] : [`Default: ${code(entry.default)}`]),
    ...(entry.since === undefined ? [] : [`Since httpd ${entry.since}`]),
    ...(entry.platform ? [`Only in builds for ${entry.platform.join(', ')}`] : []),
  ];
}

const STATES: Readonly<Record<OldState, string>> = {
  refused: '**httpd 2.4 does not know this name any more.**',
  deprecated: '**An old directive.**',
  renamed: '**An old name.** It still works.',
  'no-op': '**Without effect.** httpd still accepts it.',
};

/** What an old name has become, and what to write today. */
function oldFacts({ state, old }: Entry): string | undefined {
  if (!state || !old) return undefined;
  const { replacement, instead, note, removedIn } = old;
  const since = removedIn === undefined ? '' : ` It is gone since ${removedIn}.`;
  return paragraphs([
    `${STATES[state]}${since} ${note}`,
    replacement.length > 0
      ? `Write ${codeList(replacement, 'or')} today${instead === undefined ? '.' : ', such as:'}`
      : undefined,
    instead === undefined ? undefined : codeBlock(instead.split('\n')),
  ]);
}
