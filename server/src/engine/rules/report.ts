import { sourceSpan } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import { runAt, type Evaluation } from '../evaluation/evaluation.ts';
import type { Finding, RefusedAt, Related, Severity } from '../evaluation/finding.ts';
import type { Settings } from '../evaluation/settings.ts';
import { unsureConditions } from '../evaluation/unsure.ts';
import type { LineRef } from '../syntax/chunk.ts';
import { partnerOf } from '../syntax/enclosing.ts';
import { nameWord, textOf, type Line } from '../syntax/line.ts';
import { lineOffset, type SourceFile } from '../syntax/sourceFile.ts';
import { codeOf } from './codes.ts';
import { isSameMark } from './firstError.ts';
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
  readonly origin?: Origin;
}

/** A finding, and its file as the evaluation sees it that says so: another one may find nothing wrong. */
export interface Origin {
  readonly finding: Finding;
  readonly evaluation: Evaluation;
}

export interface ReportedRelated {
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
}

/** More findings of one file are not shown. */
const MOST = 1000;

/** The most severe one first. */
export const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 };

/** The one place where findings get positions, the severities that the user wants, and are suppressed. */
export function report(evaluation: Evaluation, settings: Settings): Reported[] {
  const { file, judged, whole } = evaluation;
  const findings = [...judged.flatMap((j) => j.findings), ...whole];
  const comments = judged
    .filter((j) => j.topics.has(SUPPRESS))
    .flatMap((j) => j.facts.filter((fact) => fact.kind === SUPPRESS));
  const wanted = suppressed(file, findings, comments).flatMap((finding) => withSetting(finding, settings));
  const all = wanted.flatMap((finding) => placedIn(file, finding) ?? []).sort(byPosition);
  const placed = firstOfFaults(merged(all, evaluation.inclusions.length));
  const kept = mostSevere(placed);
  const unsure = kept.flatMap(({ finding }) => (isUnsure(finding) ? finding.ref : []));
  // All that is read, since the condition may stand around an Include.
  const conditions = unsureConditions((evaluation.viewOf ?? evaluation).runs, unsure);
  const reported = kept.map((one) => reportedAs(one, conditions, evaluation));
  if (kept.length === placed.length) return reported;
  const message = `Only ${String(MOST)} of ${String(placed.length)} findings are shown, the most severe ones.`;
  return [leftOut(file.uri, message), ...reported];
}

/** A finding with the range of the file that it marks. */
interface Placed {
  readonly finding: Finding;
  readonly span: Span;
  /** Further findings that come of the same fault. */
  readonly more?: number;
}

function withSetting(finding: Finding, settings: Settings): Finding[] {
  const setting = settings.rules[finding.code];
  if (setting === 'off') return [];
  if (setting === undefined || setting === finding.severity) return [finding];
  const { refusedAt, ...rest } = finding;
  if (setting !== 'error') return [{ ...rest, severity: setting }];
  return [{ ...rest, severity: 'error', refusedAt: refusedAt ?? codeOf(finding.code).refusedAt ?? 'configtest' }];
}

function placedIn(file: SourceFile, finding: Finding): Placed | undefined {
  const span = finding.block ? blockIn(file, finding) : inFile(file, finding.ref, finding.span);
  return span && { finding, span };
}

function reportedAs({ finding, span, more }: Placed, conditions: Conditions, evaluation: Evaluation): Reported {
  const { code, severity, refusedAt, message } = finding;
  const { tag } = codeOf(code);
  const { first } = evaluation;
  const stop = first && isSameMark(first, finding) && severity === 'error' ? [FIRST] : [];
  const why = [whyOf(finding, conditions, evaluation), ...moreOf(more), ...stop].join(' ').trim();
  return {
    code,
    severity,
    message,
    uri: evaluation.file.uri,
    span,
    related: relatedOf(finding, evaluation),
    origin: { finding, evaluation },
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

/** The condition around a line that is not known to hold. */
type Conditions = ReturnType<typeof unsureConditions>;

const CONSEQUENCES: Readonly<Record<RefusedAt, string>> = {
  configtest: 'The server does not start.',
  start: '`httpd -t` passes, but the server does not start.',
  request: 'Every request for this folder is then answered with 500.',
};

/** Of the error that hides the others. */
const FIRST = '`httpd -t` stops at this error and does not tell of the others.';

/** What httpd does, what comes of it, and on what it depends. */
function whyOf(finding: Finding, conditions: Conditions, { start }: Evaluation): string {
  const parts = [finding.why];
  if (finding.refusedAt && codeOf(finding.code).refusedAt) parts.push(CONSEQUENCES[finding.refusedAt]);
  const condition = isUnsure(finding) ? conditions.get(lineOf(finding.ref)) : undefined;
  if (condition) parts.push(`This is read only where \`${textOf(lineOf(condition)).text}\` holds.`);
  else if (isUnsure(finding) && start.unless !== undefined)
    parts.push(`httpd may never read this file. ${start.unless}`);
  return parts.filter((part) => part !== undefined).join(' ');
}

/** It would be an error where its line is surely read. */
function isUnsure({ place, severity }: Finding): boolean {
  return place.truth === 'maybe' && severity === 'warning';
}

function moreOf(more = 0): string[] {
  if (more === 0) return [];
  return [`The same goes for ${more === 1 ? 'another line' : `${String(more)} more lines`} of this file.`];
}

function relatedOf(finding: Finding, evaluation: Evaluation): ReportedRelated[] {
  const partner = finding.partner === undefined ? undefined : partnerOf(evaluation.file, finding.ref);
  const all = [...(finding.related ?? [])];
  if (partner && finding.partner !== undefined)
    all.push({ ref: partner, span: tagSpan(partner), message: finding.partner });
  return all.flatMap((related) => relatedIn(evaluation, related) ?? []);
}

/** The place of something related, in this file or in another one that is read with it. */
function relatedIn(evaluation: Evaluation, { ref, span, message }: Related): ReportedRelated | undefined {
  const here = inFile(evaluation.file, ref, span);
  if (here) return { uri: evaluation.file.uri, span: here, message };
  const all = evaluation.viewOf ?? evaluation;
  const uri = runAt(all, ref)?.uri;
  const other = all.inclusions.find(({ file }) => file.uri === uri)?.file;
  const there = other && inFile(other, ref, span);
  return there && { uri: other.uri, span: there, message };
}

function tagSpan(ref: LineRef): Span {
  const text = textOf(lineOf(ref));
  return sourceSpan(text, nameWord(text.text));
}

function lineOf({ chunk, index }: LineRef): Line {
  return chunk.lines[index] as Line;
}

function byPosition(a: Placed, b: Placed): number {
  return (
    a.span.start - b.span.start || a.span.end - b.span.end || ORDER[a.finding.severity] - ORDER[b.finding.severity]
  );
}

/**
 * Of a file that is read several times, each finding once, the most severe one first in order. What is dimmed must be
 * skipped each time.
 */
function merged(all: readonly Placed[], times: number): Placed[] {
  if (times <= 1) return [...all];
  const counts = new Map<string, number>();
  for (const one of all) counts.set(identity(one), (counts.get(identity(one)) ?? 0) + 1);
  const seen = new Set<string>();
  return all.filter((one) => {
    const key = identity(one);
    if (seen.has(key)) return false;
    seen.add(key);
    return codeOf(one.finding.code).tag !== 'unnecessary' || counts.get(key) === times;
  });
}

function identity({ finding, span }: Placed): string {
  return `${finding.code} ${String(span.start)} ${String(span.end)}`;
}

/** Of the findings that come of one fault the first one, of errors and others the first error. */
function firstOfFaults(all: readonly Placed[]): readonly Placed[] {
  const groups = new Map<string, Placed[]>();
  for (const one of all) {
    const { code, fault } = one.finding;
    if (fault === undefined) continue;
    const group = groups.get(`${code} ${fault}`);
    if (group) group.push(one);
    else groups.set(`${code} ${fault}`, [one]);
  }
  if (groups.size === 0) return all;
  const first = new Map([...groups.values()].map((group) => [worst(group), group.length - 1]));
  return all.flatMap((one) => {
    if (one.finding.fault === undefined) return [one];
    const more = first.get(one);
    return more === undefined ? [] : [{ ...one, more }];
  });
}

function worst(group: readonly Placed[]): Placed | undefined {
  return group.find(({ finding }) => finding.severity === 'error') ?? group[0];
}

/** In the order of the file. */
function mostSevere(all: readonly Placed[]): readonly Placed[] {
  if (all.length <= MOST) return all;
  const kept = [...all].sort((a, b) => ORDER[a.finding.severity] - ORDER[b.finding.severity]).slice(0, MOST);
  const chosen = new Set(kept);
  return all.filter((one) => chosen.has(one));
}

/** Says of a whole file what was not looked at, or not shown; it marks the beginning of the file. */
export function leftOut(uri: string, message: string): Reported {
  const { severity } = codeOf('left-out');
  return { code: 'left-out', severity, message, uri, span: { start: 0, end: 0 }, related: [] };
}
