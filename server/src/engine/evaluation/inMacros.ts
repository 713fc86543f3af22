import { sourceSpan } from '../base/mapped.ts';
import type { LineRef } from '../syntax/chunk.ts';
import { partnerOf } from '../syntax/enclosing.ts';
import { textOf, type Line } from '../syntax/line.ts';
import { lineAfter, type SourceFile } from '../syntax/sourceFile.ts';
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
  const places = new Map(
    runs.flatMap((run) => [...run.macros].map(([macro, index]) => [macro, { run, index }] as const)),
  );
  const merged = new Map<string, Finding>();
  for (const { finding, macro, line } of found) {
    const place = places.get(macro);
    const file = place && snapshot.files.get(place.run.uri);
    const ref = file && lineOfMacro(file, { chunk: place.run.chunk, index: place.index }, line);
    if (!ref) continue;
    const key = `${macro}\n${String(line)} ${finding.code} ${String(finding.span.start)}`;
    merged.set(key, joined(merged.get(key) ?? moved(finding, ref), finding));
  }
  return [...merged.values()];
}

/** Line `number` of the lines that httpd stores of the macro that ends with the tag `close`. */
function lineOfMacro(file: SourceFile, close: LineRef, number: number): LineRef | undefined {
  let at = partnerOf(file, close);
  for (let left = number; at; left -= 1) {
    at = lineAfter(file, at, (line) => storedLine(line) !== undefined);
    if (left === 0) return at;
  }
  return undefined;
}

function moved(finding: Finding, ref: LineRef): Finding {
  const line = ref.chunk.lines[ref.index] as Line;
  return { ...finding, ref, span: sourceSpan(textOf(line), finding.span), related: [] };
}

function joined(one: Finding, { ref }: Finding): Finding {
  const line = ref.chunk.lines[ref.index] as Line;
  const start = line.raw.length - line.raw.trimStart().length;
  const use: Related = { ref, span: { start, end: line.raw.trimEnd().length }, message: 'The macro is used here.' };
  const related = one.related ?? [];
  return related.length >= MOST_USES ? one : { ...one, related: [...related, use] };
}
