import { sourceSpan } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Finding, RefusedAt, Severity } from '../evaluation/finding.ts';
import type { Settings } from '../evaluation/settings.ts';
import type { LineRef } from '../syntax/chunk.ts';
import { enclosingTags, partnerOf } from '../syntax/enclosing.ts';
import { nameWord, textOf } from '../syntax/line.ts';
import { lineOffset, type SourceFile } from '../syntax/sourceFile.ts';
import { codeOf } from './codes.ts';
import { SUPPRESS, suppressed } from './suppress.ts';

/** A finding with its position: what the faces show. */
export interface Reported {
  readonly code: string;
  readonly severity: Severity;
  /** Of every error, and of nothing else. */
  readonly refusedAt?: RefusedAt;
  readonly tag?: 'unnecessary' | 'deprecated';
  readonly message: string;
  readonly why?: string;
  readonly uri: string;
  /** In offsets of the file. */
  readonly span: Span;
  readonly related: readonly ReportedRelated[];
  /** What it was made from; undefined where it is about the whole file. */
  readonly finding?: Finding;
}

export interface ReportedRelated {
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
}

/** More findings of one file are not shown. */
const MOST = 1000;

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/** The one place where findings get positions, the severities that the user wants, and are suppressed. */
export function report(evaluation: Evaluation, settings: Settings): Reported[] {
  const { file, judged, whole } = evaluation;
  const findings = [...judged.flatMap((j) => j.findings), ...whole];
  const comments = judged
    .filter((j) => j.kinds.has(SUPPRESS))
    .flatMap((j) => j.facts.filter((fact) => fact.kind === SUPPRESS));
  const wanted = suppressed(file, findings, comments).flatMap((finding) => withSetting(finding, settings));
  const reported = wanted.flatMap((finding) => positioned(finding, evaluation) ?? []);
  return limited(reported.sort(byPosition), file.uri);
}

function withSetting(finding: Finding, settings: Settings): Finding[] {
  const setting = settings.rules[finding.code];
  if (setting === 'off') return [];
  if (setting === undefined || setting === finding.severity) return [finding];
  const { refusedAt, ...rest } = finding;
  if (setting !== 'error') return [{ ...rest, severity: setting }];
  return [{ ...rest, severity: 'error', refusedAt: refusedAt ?? codeOf(finding.code).refusedAt ?? 'configtest' }];
}

function positioned(finding: Finding, evaluation: Evaluation): Reported | undefined {
  const { file } = evaluation;
  const span = finding.block ? blockIn(file, finding) : inFile(file, finding.ref, finding.span);
  if (!span) return undefined;
  const { code, severity, refusedAt, message } = finding;
  const { tag } = codeOf(code);
  const why = whyOf(finding, evaluation);
  return {
    code,
    severity,
    message,
    uri: file.uri,
    span,
    related: relatedOf(finding, file),
    finding,
    ...(refusedAt && { refusedAt }),
    ...(tag && { tag }),
    ...(why !== '' && { why }),
  };
}

function inFile(file: SourceFile, ref: LineRef, span: Span): Span | undefined {
  const start = lineOffset(file, ref);
  return start === undefined ? undefined : { start: start + span.start, end: start + span.end };
}

/** From the range of a finding to the end of the line before the other tag. */
function blockIn(file: SourceFile, { ref, span }: Finding): Span | undefined {
  const start = lineOffset(file, ref);
  const partner = partnerOf(file, ref);
  const end = partner && lineOffset(file, partner);
  return start === undefined || end === undefined
    ? undefined
    : { start: start + span.start, end: Math.max(start + span.end, end - 1) };
}

/** What httpd does, where it does it, and on what it depends. */
function whyOf(finding: Finding, evaluation: Evaluation): string {
  const parts = [finding.why];
  if (finding.refusedAt === 'request') parts.push('Every request for this folder is then answered with 500.');
  if (finding.place.truth === 'maybe' && finding.severity === 'warning') parts.push(conditionNote(finding, evaluation));
  return parts.filter((part) => part !== undefined).join(' ');
}

/** Names the condition that is not known to hold. */
function conditionNote({ ref }: Finding, { file, runs }: Evaluation): string | undefined {
  for (const { chunk, index } of enclosingTags(file, ref)) {
    const truth = runs.find((run) => run.chunk === chunk)?.conditions.get(index);
    const line = chunk.lines[index];
    if (truth === 'maybe' && line) return `This is read only where \`${textOf(line).text}\` holds.`;
  }
  return undefined;
}

function relatedOf(finding: Finding, file: SourceFile): ReportedRelated[] {
  const partner = finding.partner === undefined ? undefined : partnerOf(file, finding.ref);
  const all = [...(finding.related ?? [])];
  if (partner && finding.partner !== undefined)
    all.push({ ref: partner, span: tagSpan(partner), message: finding.partner });
  return all.flatMap(({ ref, span, message }) => {
    const at = inFile(file, ref, span);
    return at ? [{ uri: file.uri, span: at, message }] : [];
  });
}

function tagSpan({ chunk, index }: LineRef): Span {
  const line = chunk.lines[index];
  if (!line) return { start: 0, end: 0 };
  const text = textOf(line);
  return sourceSpan(text, nameWord(text.text));
}

function byPosition(a: Reported, b: Reported): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || ORDER[a.severity] - ORDER[b.severity];
}

/** The most severe findings, in the order of the file, and one that says that there are more. */
function limited(all: readonly Reported[], uri: string): Reported[] {
  if (all.length <= MOST) return [...all];
  const kept = new Set([...all].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]).slice(0, MOST));
  const message = `Only ${String(MOST)} of ${String(all.length)} findings are shown, the most severe ones.`;
  return [leftOut(uri, message), ...all.filter((one) => kept.has(one))];
}

/** Says of a whole file what was not looked at, or not shown; it marks the beginning of the file. */
export function leftOut(uri: string, message: string): Reported {
  const { severity } = codeOf('left-out');
  return { code: 'left-out', severity, message, uri, span: { start: 0, end: 0 }, related: [] };
}
