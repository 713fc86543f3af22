import type { Ask } from '../base/ask.ts';
import { nameOf } from '../base/paths.ts';
import type { Span } from '../base/span.ts';
import { moduleByIdentifier } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import { moduleFolder } from '../evaluation/layout.ts';
import { usualFile } from '../kinds/moduleIdentifier.ts';
import { KEYS, moduleLoaded } from '../kinds/world.ts';
import { lineOffset, type SourceFile } from '../syntax/sourceFile.ts';
import { asLoadLine, linesAtTop, type LoadLine } from './loadLines.ts';
import { loadPlace, placeBefore, type LoadPlace } from './loadPlace.ts';
import type { Fix, FixContext, FixEdit } from './rule.ts';

/** What else there is to say of a fix that loads modules. */
export interface Loading {
  readonly preferred: boolean;
  /** They must be loaded above the line of the finding. */
  readonly above: boolean;
}

/**
 * Loads modules, with all that they need themselves, in the style of this configuration: a line that is a comment is
 * made one that counts, and the others are written where the most of their kind stand. Nothing where the file of one
 * is not known.
 */
export function loadingFix(context: FixContext, wanted: readonly string[], { preferred, above }: Loading): Fix[] {
  const modules = wanted.reduce<string[]>((found, one) => withNeeds(context.ask, one, found), []);
  const lines = [...linesAtTop(context.evaluation, above ? context.step.ref : undefined)];
  const comments = commentsOf(modules, lines.map(asLoadLine));
  const target = comments.find(({ identifier }) => identifier === modules.at(-1));
  const place = target ? placeBefore(target, target) : loadPlace(context, lines, above);
  const absent = modules.filter((identifier) => !comments.some((line) => line.identifier === identifier));
  const added = absent.map((identifier) => place && newLine(context.ask, identifier, place));
  if (modules.length === 0 || !place || added.includes(undefined)) return [];
  const edits = comments.map((line) => uncommented(context, line));
  if (added.length > 0) edits.push(writtenAt(context, place, added.join('')));
  return [{ title: titleOf(context, modules, absent, place), safe: false, preferred, edits }];
}

/** Moves the lines that load some modules above the line of the finding. */
export function movingFix(context: FixContext, modules: readonly string[]): Fix[] {
  const { file, step, evaluation } = context;
  const above = new Set([...linesAtTop(evaluation, step.ref)].map(({ line }) => line));
  const below = [...linesAtTop(evaluation)].filter(({ line }) => !above.has(line)).map(asLoadLine);
  const moved = below.filter((line) => line && !line.comment && modules.includes(line.identifier)) as LoadLine[];
  if (moved.length === 0) return [];
  const start = lineOffset(file, step.ref) ?? 0;
  const text = moved.map(({ line }) => (line.raw.endsWith('\n') ? line.raw : `${line.raw}\n`)).join('');
  const taken = moved.map((one) => inFile(context, one.file, wholeLine(one), ''));
  const title = `Move LoadModule ${moved.map(({ identifier }) => identifier).join(' and ')} above this line`;
  return [{ title, safe: false, preferred: true, edits: [{ span: { start, end: start }, text }, ...taken] }];
}

function wholeLine({ file, ref, line }: LoadLine): Span {
  const start = lineOffset(file, ref) ?? 0;
  return { start, end: start + line.raw.length };
}

/** A module behind those that it needs and that are not loaded. */
function withNeeds(ask: Ask, identifier: string, found: string[]): string[] {
  if (found.includes(identifier) || moduleLoaded(ask, identifier) !== 'no') return found;
  const { load = [], start = [] } = moduleByIdentifier(identifier)?.needs ?? {};
  const before = [...load, ...start].reduce((all, need) => withNeeds(ask, need, all), found);
  return [...before, identifier];
}

/** The lines that load these modules but for being comments. Below that of the last one, others would come too late. */
function commentsOf(modules: readonly string[], loads: readonly (LoadLine | undefined)[]): LoadLine[] {
  const found: LoadLine[] = [];
  for (const line of loads) {
    if (!line?.comment || !modules.includes(line.identifier)) continue;
    if (found.some(({ identifier }) => identifier === line.identifier)) continue;
    found.push(line);
    if (line.identifier === modules.at(-1)) break;
  }
  return found;
}

function newLine(ask: Ask, identifier: string, { like, eol }: LoadPlace): string | undefined {
  const module = moduleByIdentifier(identifier);
  const file = module && fileOf(module, ask(KEYS.build));
  if (file === undefined) return undefined;
  const { before, folder, behind } = like ?? {
    before: 'LoadModule ',
    folder: ` ${moduleFolder(ask(KEYS.build))}`,
    behind: '',
  };
  return `${before}${identifier}${folder}${file}${behind}${eol}`;
}

function fileOf(module: Module, build: string | undefined): string | undefined {
  const own = Object.entries(module.files).find(([name, file]) => name === build && file !== 'unknown');
  return own?.[1] ?? usualFile(module);
}

function uncommented(context: FixContext, { file, ref, comment }: LoadLine): FixEdit {
  const start = lineOffset(file, ref) ?? 0;
  const { start: from, end } = comment ?? { start: 0, end: 0 };
  return inFile(context, file, { start: start + from, end: start + end }, '');
}

/** `lines` end in a line end; the last one does not where the line before them has none. */
function writtenAt(context: FixContext, { file, offset, lead, eol }: LoadPlace, lines: string): FixEdit {
  const text = lead === '' ? lines : lead + lines.slice(0, -eol.length);
  return inFile(context, file, { start: offset, end: offset }, text);
}

function inFile(context: FixContext, file: SourceFile, span: Span, text: string): FixEdit {
  return { ...(file !== context.file && { uri: file.uri }), span, text };
}

function titleOf(context: FixContext, modules: readonly string[], absent: readonly string[], place: LoadPlace): string {
  const names = modules.join(' and ');
  const where = place.file === context.file ? '' : nameOf(place.file.uri);
  if (absent.length === 0) return `Uncomment LoadModule ${names}${where === '' ? '' : ` in ${where}`}`;
  const enable = context.ask(KEYS.build) === 'debian' ? moduleByIdentifier(modules.at(-1) ?? '')?.a2enmod : undefined;
  const also = enable ? ` (or run a2enmod ${enable.name})` : '';
  return `Add LoadModule ${names}${where === '' ? '' : ` to ${where}`}${also}`;
}
