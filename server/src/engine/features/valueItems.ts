import type { Ask } from '../base/ask.ts';
import { sourceSpan } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import { entryOf, moduleByIdentifier } from '../catalogue/catalogue.ts';
import { inRaw, type Directive } from '../evaluation/directive.ts';
import type { Settings } from '../evaluation/settings.ts';
import { kindOf } from '../kinds/index.ts';
import type { Candidate, PartRole } from '../kinds/kind.ts';
import { moduleKey, moduleNamed } from '../kinds/world.ts';
import { inFile, type Argument, type Cursor } from './cursor.ts';
import type { CompletionData, CompletionItem, CompletionKind } from './item.ts';
import { folderOfModules, identifierOf, loadLines, type LoadLines } from './modulePath.ts';

/** What may be written in an argument, in the order of its kind. */
export function valueItems(
  cursor: Cursor,
  directive: Directive,
  argument: Argument,
  settings: Settings,
): CompletionItem[] {
  const { slot, index, written } = argument;
  if (!slot) return [];
  const isHole = written && directive.words[index]?.hole === true;
  const lines = loadLines(cursor);
  const ask = askWithoutThisLine(cursor.ask, directive, lines);
  const candidates = kindOf(slot.kind).suggest(argument.parts, argument.offset, ask, argument.value.text);
  const folder = candidates.some(namesFile) ? folderOfModules(cursor, lines, settings) : '';
  return candidates
    .filter(({ role }) => !isHole || role === 'map')
    .filter((candidate) => isNew(candidate, directive, argument) && isFileOf(candidate, identifierOf(directive)))
    .map((candidate, order) => valueItem({ cursor, directive, argument, candidate, order, folder }));
}

/** A line that is being written must not hide the module that it is about to load. */
function askWithoutThisLine(ask: Ask, directive: Directive, { before, behind }: LoadLines): Ask {
  const identifier = identifierOf(directive);
  if (identifier === undefined || [...before, ...behind].some((line) => identifierOf(line) === identifier)) return ask;
  const own = moduleKey(identifier);
  return (key) => (key === own ? undefined : ask(key));
}

function namesFile({ role, next }: Candidate): boolean {
  return role === 'module-file' || next !== undefined;
}

/** In a list, a word that stands there already is not offered again. */
function isNew({ text }: Candidate, { parts }: Directive, { slot, index, written }: Argument): boolean {
  if (!slot?.repeat) return true;
  return !parts.some((other, number) => !(written && number === index) && other.some((part) => part.key === text));
}

/** Beside an identifier, only the file of that module is wanted. */
function isFileOf({ role, detail }: Candidate, identifier: string | undefined): boolean {
  return role !== 'module-file' || identifier === undefined || detail === identifier;
}

interface Choice {
  readonly cursor: Cursor;
  readonly directive: Directive;
  readonly argument: Argument;
  readonly candidate: Candidate;
  /** Among the candidates. */
  readonly order: number;
  /** Of the files of modules. */
  readonly folder: string;
}

const KINDS: Readonly<Record<PartRole, CompletionKind>> = {
  keyword: 'EnumMember',
  flag: 'EnumMember',
  map: 'Variable',
  operator: 'Operator',
  module: 'Module',
  'module-file': 'File',
  provider: 'EnumMember',
  method: 'EnumMember',
  'variable-name': 'EnumMember',
  directive: 'Property',
  group: 'EnumMember',
  class: 'EnumMember',
  quantifier: 'EnumMember',
  anchor: 'EnumMember',
  escape: 'EnumMember',
  text: 'EnumMember',
  'server-variable': 'Variable',
  function: 'Function',
  string: 'EnumMember',
  number: 'EnumMember',
  regex: 'EnumMember',
  reference: 'EnumMember',
  file: 'File',
  url: 'EnumMember',
  host: 'EnumMember',
  header: 'EnumMember',
  environment: 'Variable',
  name: 'EnumMember',
};

function valueItem({ cursor, directive, argument, candidate, order, folder }: Choice): CompletionItem {
  const { text, role, next, detail } = candidate;
  const span = sourceSpan(argument.value, candidate.span ?? { start: 0, end: argument.value.text.length });
  const label = role === 'module-file' ? folder + text : text;
  const path = next === undefined ? undefined : folder + next;
  const both = path === undefined ? undefined : spanWithNext(directive, argument, span);
  const data = dataOf(candidate);
  return {
    label,
    kind: KINDS[role],
    sortText: String(order).padStart(4, '0'),
    filterText: label,
    insertText: path !== undefined && both ? `${text} ${quoted(path)}` : label,
    snippet: false,
    span: inFile(cursor, both ?? span),
    ...((path ?? detail) !== undefined && { detail: path ?? detail }),
    ...(data && { data }),
  };
}

/** The range of this argument and the next; undefined where they cannot be written in one go. */
function spanWithNext(directive: Directive, argument: Argument, span: Span): Span | undefined {
  const { words, step } = directive;
  const { index, written } = argument;
  if (written && words[index]?.quote) return undefined;
  const next = words[written ? index + 1 : index];
  const both = next ? { start: span.start, end: inRaw(step, next.span).end } : span;
  return step.source.raw.slice(both.start, both.end).includes('\n') ? undefined : both;
}

function quoted(path: string): string {
  return /\s/.test(path) ? `"${path}"` : path;
}

/** What there is to read about a candidate. */
function dataOf({ text, role, detail }: Candidate): CompletionData | undefined {
  if (role === 'directive') {
    const entry = entryOf(text.toLowerCase()) ?? entryOf(`<${text.toLowerCase()}`);
    return entry && { entry: entry.key };
  }
  const identifier = moduleNamed(text) ?? (detail === undefined ? undefined : moduleByIdentifier(detail)?.identifier);
  return identifier === undefined ? undefined : { module: identifier };
}
