import { sourceSpan } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import type { LineRef } from '../syntax/chunk.ts';
import { partnerOf } from '../syntax/enclosing.ts';
import { textOf, type Line } from '../syntax/line.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import type { Finding, Related } from './finding.ts';
import { storedLine } from './macro.ts';
import type { Run } from './run.ts';
import type { Snapshot } from './snapshot.ts';

/** A finding in a line that a macro made: its range is one of the line of the macro, its `ref` the line that uses it. */
export interface ExpandedFinding {
  readonly finding: Finding;
  /** The macro as an answer, and which of its lines, from 0. */
  readonly macro: string;
  readonly line: number;
}

/** Uses that are shown beside a finding in a macro. */
const MOST_USES = 10;

/** Puts findings on the lines of the macros that they came from: each once, with the lines that use the macro. */
export function inMacros(
  runs: readonly Run[],
  judged: readonly { readonly expanded: readonly ExpandedFinding[] }[],
  snapshot: Snapshot,
): Finding[] {
  const found = judged.flatMap(({ expanded }) => expanded);
  if (found.length === 0) return [];
  const lines = linesOfMacros(runs, snapshot, new Set(found.map(({ macro }) => macro)));
  const merged = new Map<Line, Map<string, Finding>>();
  for (const { finding, macro, line } of found) {
    const ref = lines.get(macro)?.[line] ?? finding.ref;
    const source = ref.chunk.lines[ref.index] as Line;
    const here = merged.get(source) ?? new Map<string, Finding>();
    merged.set(source, here);
    const key = `${finding.code} ${String(finding.span.start)}`;
    if (ref === finding.ref) here.set(key, here.get(key) ?? atUse(finding));
    else here.set(key, joined(here.get(key) ?? moved(finding, ref), finding));
  }
  return [...merged.values()].flatMap((findings) => [...findings.values()]);
}

/** The lines that httpd stores of each macro that is wanted. */
function linesOfMacros(
  runs: readonly Run[],
  snapshot: Snapshot,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, readonly LineRef[]> {
  const lines = new Map<string, readonly LineRef[]>();
  for (const { macros, uri, chunk } of runs) {
    const file = snapshot.files.get(uri);
    for (const [macro, index] of file ? macros : []) {
      if (file && wanted.has(macro)) lines.set(macro, storedLines(file, { chunk, index }));
    }
  }
  return lines;
}

/** Those of the macro that ends with the tag `close`. */
function storedLines(file: SourceFile, close: LineRef): LineRef[] {
  const open = partnerOf(file, close);
  if (!open) return [];
  const from = file.chunks.indexOf(open.chunk);
  const chunks = file.chunks.slice(from, file.chunks.indexOf(close.chunk) + 1);
  return chunks.flatMap((chunk) => {
    const first = chunk === open.chunk ? open.index + 1 : 0;
    const end = chunk === close.chunk ? close.index : chunk.lines.length;
    const refs = Array.from({ length: Math.max(0, end - first) }, (_, i) => ({ chunk, index: first + i }));
    return refs.filter(({ index }) => storedLine(chunk.lines[index] as Line) !== undefined);
  });
}

/** A macro that another one has defined has no lines of its own in a file: what it makes is marked where it is used. */
function atUse(finding: Finding): Finding {
  return { ...finding, from: finding, span: useIn(finding.ref), related: [] };
}

function moved(finding: Finding, ref: LineRef): Finding {
  const line = ref.chunk.lines[ref.index] as Line;
  return { ...finding, ref, from: finding, span: sourceSpan(textOf(line), finding.span), related: [] };
}

/** All of the line that uses a macro. */
function useIn({ chunk, index }: LineRef): Span {
  const { raw } = chunk.lines[index] as Line;
  return { start: raw.length - raw.trimStart().length, end: raw.trimEnd().length };
}

function joined(one: Finding, { ref }: Finding): Finding {
  const use: Related = { ref, span: useIn(ref), message: 'The macro is used here.' };
  const related = one.related ?? [];
  return related.length >= MOST_USES ? one : { ...one, related: [...related, use] };
}
