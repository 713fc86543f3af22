import { fixes, type Fix, type RefusedAt, type Reported, type Severity, type Span } from '../../engine/engine.ts';
import { lineText, positionOf, type LineStarts } from '../positions.ts';
import type { Texts } from './texts.ts';

/** A finding as `--format json` has it. Lines and columns count from 1, columns and offsets in UTF-16 units; ends are exclusive. */
export interface FindingRow {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly offset: number;
  readonly endOffset: number;
  readonly severity: Severity;
  readonly refusedAt?: RefusedAt;
  readonly code: string;
  readonly message: string;
  readonly why?: string;
  readonly related: readonly RelatedRow[];
  readonly fixes: readonly FixRow[];
}

export interface RelatedRow {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface FixRow {
  readonly title: string;
  readonly safe: boolean;
  readonly preferred: boolean;
  readonly edits: readonly {
    readonly file: string;
    readonly offset: number;
    readonly endOffset: number;
    readonly text: string;
  }[];
}

/** A finding with what a report for people needs beside it. */
export interface Shown {
  readonly row: FindingRow;
  /** The line that it begins on; undefined where it is about the whole file. */
  readonly source?: string;
  /** Marks what an editor dims, and no list has. */
  readonly onlyDimmed: boolean;
}

/** What a list for people has. */
export function listed(all: readonly Shown[]): readonly Shown[] {
  return all.filter(({ onlyDimmed }) => !onlyDimmed);
}

/** The findings of one file with their lines. */
export function shownFindings(texts: Texts, findings: readonly Reported[]): Shown[] {
  return findings.map((finding) => {
    const row = rowOf(finding, texts);
    const onlyDimmed = finding.tag === 'unnecessary' && finding.severity === 'hint';
    const { text, starts } = texts.of(finding.uri);
    return { row, onlyDimmed, ...(finding.origin && { source: lineText(text, starts, row.line) }) };
  });
}

function rowOf(reported: Reported, texts: Texts): FindingRow {
  const { uri, severity, refusedAt, code, message, why, related } = reported;
  return {
    file: texts.nameOf(uri),
    ...rangeOf(reported.span, texts.of(uri).starts),
    severity,
    ...(refusedAt && { refusedAt }),
    code,
    message,
    ...(why !== undefined && { why }),
    related: related.map((one) => ({
      file: texts.nameOf(one.uri),
      ...positionOf(texts.of(one.uri).starts, one.span.start),
      message: one.message,
    })),
    fixes: fixes(reported).map((fix) => fixRow(fix, uri, texts)),
  };
}

function rangeOf({ start, end }: Span, starts: LineStarts) {
  const from = positionOf(starts, start);
  const to = positionOf(starts, end);
  return { ...from, endLine: to.line, endColumn: to.column, offset: start, endOffset: end };
}

/** The option that says the same as a setting; a shell must not take `<` for its own. */
function optionOf({ name, add }: NonNullable<Fix['setting']>): string {
  const option = name === 'directives' ? '--directive' : '--module';
  return `${option} ${add.startsWith('<') ? `"${add}"` : add}`;
}

function fixRow({ title, safe, preferred, edits, setting }: Fix, uri: string, texts: Texts): FixRow {
  const rows = edits.map(({ span, text, uri: other = uri }) => ({
    file: texts.nameOf(other),
    offset: span.start,
    endOffset: span.end,
    text,
  }));
  return { title: setting ? `${title} (${optionOf(setting)})` : title, safe, preferred, edits: rows };
}
