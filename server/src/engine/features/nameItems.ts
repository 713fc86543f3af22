import type { Ask } from '../base/ask.ts';
import { allEntries } from '../catalogue/catalogue.ts';
import { refusal, type Offer } from '../catalogue/contexts.ts';
import type { Entry, HeaderForm } from '../catalogue/entry.ts';
import { anyLoaded } from '../kinds/world.ts';
import type { Cursor } from './cursor.ts';
import { moduleLabel } from './entryFacts.ts';
import type { CompletionItem } from './item.ts';
import type { NameTarget } from './nameTarget.ts';
import { offersAt } from './offers.ts';
import { isAfterIf, strayClosingTags, type Surroundings } from './surroundings.ts';

/** Every directive and section that may stand at the cursor, and nothing else. */
export function nameItems(cursor: Cursor, target: NameTarget, around: Surroundings): CompletionItem[] {
  const offers = offersAt(cursor.place, around);
  const stray = strayClosingTags(around);
  const afterIf = isAfterIf(around);
  return [...allEntries()]
    .filter((entry) => isWanted(entry, target) && isAllowed(entry, offers) && (afterIf || !goesOnFromIf(entry)))
    .map((entry) => nameItem(entry, target, cursor.ask, stray));
}

/** The directives that the user has declared; where they may stand nobody knows. */
export function ownItems(names: readonly string[], target: NameTarget): CompletionItem[] {
  return names
    .map((name) => ({ bare: name.replace(/[<>]/g, ''), section: name.startsWith('<') }))
    .filter((own) => isWanted(own, target))
    .map(({ bare, section }) => ({
      label: section ? `<${bare}>` : bare,
      kind: section ? 'Class' : 'Property',
      detail: 'own directive',
      sortText: `1 ${bare.toLowerCase()}`,
      ...textsOf(bare, section, target),
    }));
}

function isWanted({ section }: { readonly section: boolean }, { wanted }: NameTarget): boolean {
  return wanted === 'all' || section === (wanted === 'sections');
}

/**
 * Where it is not known in which of some places the line stands, each of them counts. Of the old names only those are
 * offered that still do something of their own.
 */
function isAllowed(entry: Entry, offers: readonly Offer[]): boolean {
  if ((entry.state && entry.state !== 'deprecated') || entry.alwaysRefused) return false;
  return offers.some((offer) => refusal(entry, undefined, offer) === undefined);
}

function goesOnFromIf({ key }: Entry): boolean {
  return key === '<else' || key === '<elseif';
}

function nameItem(entry: Entry, target: NameTarget, ask: Ask, stray: ReadonlySet<string>): CompletionItem {
  const name = entry.spellings[0] ?? entry.name;
  return {
    label: entry.name,
    kind: entry.section ? 'Class' : 'Property',
    detail: detail(entry, ask),
    sortText: `${String(rank(entry, ask))} ${name.toLowerCase()}`,
    ...textsOf(name, entry.section, target),
    ...(entry.section && target.alone && wholeSection(name, entry.header, stray)),
    data: { entry: entry.key },
    ...(entry.state && { deprecated: true }),
  };
}

type Texts = Pick<CompletionItem, 'filterText' | 'insertText' | 'snippet' | 'span'>;

/** The name alone. */
function textsOf(name: string, section: boolean, { span, wanted }: NameTarget): Texts {
  const insertText = section ? `<${name}` : name;
  return { filterText: wanted === 'sections' ? insertText : name, insertText, snippet: false, span };
}

function detail(entry: Entry, ask: Ask): string {
  const notes = [moduleLabel(entry)];
  if (anyLoaded(ask, entry.modules) === 'no') notes.push('not loaded here');
  else if (entry.thirdParty) notes.push('third-party');
  if (entry.platform) notes.push(`only on ${entry.platform.join(', ')}`);
  return notes.join(', ');
}

/** What can be used at once stands first; 0 is for closing tags. */
function rank(entry: Entry, ask: Ask): number {
  if (entry.state) return 4;
  const loaded = anyLoaded(ask, entry.modules);
  if ((entry.thirdParty && loaded !== 'yes') || entry.platform) return 3;
  return loaded === 'no' ? 2 : 1;
}

/** Where one word is taken it is quoted, because paths and expressions may hold blanks. */
const HEADERS: Readonly<Record<HeaderForm, string>> = {
  none: '',
  one: ' "$1"',
  first: ' $1',
  many: ' $1',
  text: ' $1',
};

/** With all that belongs to it, but for a closing tag that stands there already. */
function wholeSection(
  name: string,
  header: HeaderForm = 'text',
  stray: ReadonlySet<string>,
): Pick<Texts, 'insertText' | 'snippet'> {
  const open = `<${name}${HEADERS[header]}>`;
  const closed = stray.has(name.toLowerCase());
  return { insertText: closed ? `${open}$0` : `${open}\n\t$0\n</${name}>`, snippet: true };
}
