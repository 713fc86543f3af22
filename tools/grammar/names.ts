import type { Entry } from '../../server/src/engine/catalogue/entry.ts';
import { allSlots, vocabularyOf } from '../../server/src/engine/catalogue/slots.ts';
import type { Vocabulary } from '../../server/src/engine/catalogue/vocabulary.ts';
import { trieExpression } from './trie.ts';

/** The names that the grammar takes from the catalogue, each list as one regular expression without groups. */
export interface Names {
  readonly directives: string;
  readonly sections: string;
  /** Sections whose argument is a regular expression, and those that take one after `~`. */
  readonly regexpSections: string;
  readonly tildeSections: string;
  readonly luaSections: string;
  /** Directives whose first, or second, argument is a regular expression. */
  readonly firstRegexp: string;
  readonly secondRegexp: string;
  /** Directives whose arguments are providers. */
  readonly providers: string;
  /** The words of all vocabularies. */
  readonly constants: string;
}

export function namesOf(entries: readonly Entry[], vocabulary: (id: string) => Vocabulary | undefined): Names {
  const sections = entries.filter((entry) => entry.section);
  const directives = entries.filter((entry) => !entry.section);
  return {
    directives: expression(directives),
    sections: expression(sections),
    regexpSections: expression(sections.filter((entry) => takesRegexp(entry, 0))),
    tildeSections: expression(sections.filter((entry) => entry.tilde)),
    luaSections: expression(sections.filter((entry) => entry.textBody && entry.modules.includes('lua_module'))),
    firstRegexp: expression(directives.filter((entry) => takesRegexp(entry, 0))),
    secondRegexp: expression(directives.filter((entry) => takesRegexp(entry, 1))),
    providers: expression(directives.filter(({ slots }) => slots[0]?.kind === 'authn-provider')),
    constants: trieExpression(constantsOf(entries, vocabulary)),
  };
}

function expression(entries: readonly Entry[]): string {
  return trieExpression(entries.flatMap((entry) => entry.spellings));
}

/** A status, which may be left out, does not count as a position: the grammar knows it by its form. */
function takesRegexp(entry: Entry, position: number): boolean {
  return entry.slots.filter((slot) => slot.label !== 'status')[position]?.label === 'regex';
}

/** Vocabularies of kinds of their own. */
const others: readonly string[] = ['method', 'Require-all'];

/** Words that are a whole argument: no `env=`, which goes on with a value, and no number. */
function constantsOf(entries: readonly Entry[], vocabulary: (id: string) => Vocabulary | undefined): Set<string> {
  const ids = entries.flatMap((entry) => allSlots(entry).map(vocabularyOf));
  const words = new Set(['on', 'off']);
  for (const id of [...others, ...ids.filter((each) => each !== undefined)]) {
    const known = vocabulary(id);
    if (!known) throw new Error(`the catalogue has no vocabulary ${id}`);
    for (const word of known.words) if (/^[a-z][^=:]*$/i.test(word)) words.add(word);
  }
  return words;
}
