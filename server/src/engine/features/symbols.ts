import { trimmedEnd } from '../base/blanks.ts';
import { sourceSpan } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import { sectionHeader } from '../evaluation/header.ts';
import { splitWords } from '../kinds/words.ts';
import { indentation, nameSpan, nameWord, textOf, type Line } from '../syntax/line.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import { holdsConfiguration } from './body.ts';
import { placedLines, type PlacedLine } from './placedLines.ts';

/** A section, or a directive that is worth finding. */
export interface DocumentSymbol {
  /** Its name, with what tells it from others of the name. */
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  /** All of it, in offsets of the file; holds those of its children. */
  readonly span: Span;
  /** The word that names it. */
  readonly selectionSpan: Span;
  readonly children: readonly DocumentSymbol[];
}

/** Names of LSP's SymbolKind. */
export type SymbolKind = 'Class' | 'Namespace' | 'Function' | 'Module' | 'File' | 'Constant' | 'Property';

/**
 * The directives that the outline shows, by catalogue key. An outline is for finding one's way: what names a server, a
 * port, a folder, a module, a file or a value is looked for; hundreds of other lines would bury it.
 */
const LEAVES: ReadonlyMap<string, SymbolKind> = new Map([
  ['alias', 'Property'],
  ['aliasmatch', 'Property'],
  ['define', 'Constant'],
  ['documentroot', 'Property'],
  ['include', 'File'],
  ['includeoptional', 'File'],
  ['listen', 'Property'],
  ['loadmodule', 'Module'],
  ['proxypass', 'Property'],
  ['proxypassmatch', 'Property'],
  ['redirect', 'Property'],
  ['redirectmatch', 'Property'],
  ['scriptalias', 'Property'],
  ['scriptaliasmatch', 'Property'],
  ['serveralias', 'Property'],
  ['servername', 'Property'],
  ['serverroot', 'Property'],
  ['use', 'Function'],
]);

/** Sections that are more than a namespace. */
const SECTIONS: ReadonlyMap<string, SymbolKind> = new Map([
  ['<macro', 'Function'],
  ['<virtualhost', 'Class'],
]);

/** The directive in a section that says what it is. */
const DETAILS: ReadonlyMap<string, string> = new Map([['<virtualhost', 'servername']]);

/** A symbol that is still being put together. */
interface Growing extends DocumentSymbol {
  detail?: string;
  span: Span;
  readonly children: Growing[];
}

interface Open {
  readonly key: string;
  readonly symbol: Growing;
}

/** The outline of a file. A section that is not closed is there without what would be in it. */
export function documentSymbols(file: SourceFile): DocumentSymbol[] {
  const top: Growing[] = [];
  const stack: Open[] = [];
  for (const placed of placedLines(file)) {
    const symbol = symbolOf(placed);
    if (symbol) addTo(stack.at(-1), top, placed.line, symbol);
    if (symbol && placed.section === 'begins') stack.push({ key: placed.line.key, symbol });
    if (placed.section === 'ends') close(stack.pop(), placed);
  }
  return top;
}

function addTo(parent: Open | undefined, top: Growing[], line: Line, symbol: Growing): void {
  if (!parent) {
    top.push(symbol);
    return;
  }
  if (!holdsConfiguration(parent.key)) return;
  parent.symbol.children.push(symbol);
  if (line.key === DETAILS.get(parent.key)) parent.symbol.detail ??= argumentsOf(line).join(' ');
}

function close(open: Open | undefined, { line, offset }: PlacedLine): void {
  if (open) open.symbol.span = { start: open.symbol.span.start, end: offset + trimmedEnd(line.raw) };
}

function symbolOf({ line, offset }: PlacedLine): Growing | undefined {
  const kind = line.form === 'open' ? (SECTIONS.get(line.key) ?? 'Namespace') : LEAVES.get(line.key);
  if (!kind || (line.form !== 'open' && line.form !== 'directive')) return undefined;
  const mapped = textOf(line);
  const name = nameWord(mapped.text);
  const [first, ...others] = argumentsOf(line);
  const shown = line.form === 'open' ? [first, ...others] : [first];
  const selection = sourceSpan(mapped, name);
  return {
    name: nameOf([mapped.text.slice(name.start, name.end), ...shown]),
    kind,
    span: { start: offset + indentation(line), end: offset + trimmedEnd(line.raw) },
    selectionSpan: { start: offset + selection.start, end: offset + selection.end },
    children: [],
    ...(line.form === 'directive' && others.length > 0 && { detail: others.join(' ') }),
  };
}

/** LSP takes no blank name; a `<` alone, or before a no-break space, would have one. */
function nameOf(words: readonly (string | undefined)[]): string {
  const name = words.filter((word) => word !== undefined).join(' ');
  return name.trim() === '' ? '<>' : name;
}

/** As they are written, without quotes. */
function argumentsOf(line: Line): string[] {
  const mapped = textOf(line);
  const { text } = mapped;
  const words =
    line.form === 'open' ? sectionHeader(mapped).words : splitWords(mapped, nameSpan(text).end, text.length);
  return words.map((word) => word.value.text);
}
