import { HOLE, type Ask } from '../base/ask.ts';
import { entryOf, moduleByIdentifier } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import type { Directive } from '../evaluation/directive.ts';
import { kindOf } from '../kinds/index.ts';
import type { Candidate, Part, PartRole } from '../kinds/kind.ts';
import { flagKey, KEYS, variableKey } from '../kinds/world.ts';
import type { Argument } from './cursor.ts';
import { entryFacts } from './entryFacts.ts';
import { expressionFacts } from './expressionFacts.ts';
import { loadedSentence } from './loaded.ts';
import { code, longList, manualLink, paragraphs } from './markdown.ts';
import { moduleFacts } from './moduleFacts.ts';
import { regexFacts } from './regexFacts.ts';
import { rewriteFacts } from './rewriteFacts.ts';

type Facts = (part: Part, directive: Directive, argument: Argument, ask: Ask) => string | undefined;

const moduleFact: Facts = ({ key }, _, __, ask) => moduleWords(key, ask);
const expressionFact: Facts = ({ role, key }, _, __, ask) =>
  key === undefined ? undefined : expressionFacts(role, key, ask);

const regexFact: Facts = (part, _, { parts, value }) => regexFacts(part, parts, value.text);
const argumentFact: Facts = (_, { entry }, { slot }) =>
  entry && slot && paragraphs([`The argument *${slot.label}* of ${code(entry.name)}.`, ...aboutEntry(entry)]);

/** What is said of parts by their role. What `$1` and flags are depends on mod_rewrite, which says so itself. */
const FACTS: Readonly<Record<PartRole, Facts | undefined>> = {
  module: moduleFact,
  'module-file': moduleFact,
  keyword: (part, directive, argument, ask) =>
    keywordWords(nameIn(part, argument), directive, suggested(argument, ask)),
  provider: (part, directive, argument, ask) => providerWords(part, directive, suggested(argument, ask), ask),
  directive: ({ key }, _, __, ask) => directiveWords(key, ask),
  'variable-name': (part, _, argument, ask) => definedWords(nameIn(part, argument), ask),
  'server-variable': expressionFact,
  function: expressionFact,
  operator: expressionFact,
  group: regexFact,
  class: regexFact,
  quantifier: regexFact,
  anchor: regexFact,
  escape: regexFact,
  flag: undefined,
  map: undefined,
  reference: undefined,
  regex: undefined,
  string: undefined,
  text: undefined,
  method: argumentFact,
  number: argumentFact,
  file: argumentFact,
  url: argumentFact,
  host: argumentFact,
  header: argumentFact,
  environment: argumentFact,
  name: argumentFact,
};

/** What is known of a part of an argument, in markdown; undefined where there is nothing to say. */
export const partFacts: Facts = (part, directive, argument, ask) =>
  rewriteFacts(part, argument.slot?.kind ?? '') ?? FACTS[part.role]?.(part, directive, argument, ask);

function suggested({ slot, parts, offset, value }: Argument, ask: Ask): readonly Candidate[] {
  return slot ? kindOf(slot.kind).suggest(parts, offset, ask, value.text) : [];
}

function moduleWords(identifier: string | undefined, ask: Ask): string | undefined {
  const module = identifier === undefined ? undefined : moduleByIdentifier(identifier);
  return module && moduleFacts(module, loadedSentence(ask, [module.identifier]));
}

function keywordWords(written: string, { entry }: Directive, candidates: readonly Candidate[]): string | undefined {
  const words = candidates.filter(({ role }) => role === 'keyword').map(({ text }) => text);
  const key = words.find((word) => word.toLowerCase() === written.toLowerCase());
  if (key === undefined || !entry) return undefined;
  return paragraphs([
    `${code(key)} is a word that ${code(entry.name)} takes here.`,
    words.length > 1 ? `All of them: ${longList(words)}` : undefined,
    ...aboutEntry(entry),
  ]);
}

function aboutEntry({ default: usual, page, name }: Entry): readonly (string | undefined)[] {
  return [
    usual === undefined ? undefined : `Default: ${code(usual)}`,
    page === undefined ? undefined : manualLink(page, name.replace(/[<>]/g, '')),
  ];
}

function providerWords(
  { key }: Part,
  { entry }: Directive,
  candidates: readonly Candidate[],
  ask: Ask,
): string | undefined {
  const identifier = candidates.find(({ text, role }) => role === 'provider' && text === key)?.detail;
  const module = identifier === undefined ? undefined : moduleByIdentifier(identifier);
  if (key === undefined || !module || !entry) return undefined;
  return paragraphs([
    `${code(key)} is something that ${code(entry.name)} can ask for. It comes from **${module.name}** (${code(module.identifier)}). ${loadedSentence(ask, [module.identifier])}`,
    module.page === undefined ? undefined : manualLink(module.page, module.name),
  ]);
}

function directiveWords(key: string | undefined, ask: Ask): string | undefined {
  const entry = key === undefined ? undefined : entryOf(key);
  return entry && entryFacts(entry, entry.modules.length > 0 ? loadedSentence(ask, entry.modules) : undefined);
}

function nameIn({ span }: Part, { value }: Argument): string {
  return value.text.slice(span.start, span.end);
}

/** A name of Define: the text that `${NAME}` takes at the end of the file, and whether `<IfDefine>` holds. */
function definedWords(name: string, ask: Ask): string {
  const text = ask(variableKey(name));
  if (text === HOLE) return `${code(name)} is set, but to what depends on something that is not known here.`;
  if (text !== undefined) return `${code(`\${${name}}`)} is ${code(text)}.`;
  const flag = ask(flagKey(name));
  if (flag === 'yes') return `${code(name)} is set, without a text.`;
  if (flag === undefined && ask(KEYS.flags) === 'known' && !ask(KEYS.open)) return `${code(name)} is not set.`;
  return `Whether ${code(name)} is set depends on how httpd is started, or on files and conditions that are not known here.`;
}
