import type { Span } from './base/span.ts';
import { entryOf } from './catalogue/catalogue.ts';
import { evaluate as evaluateWith, type Evaluation } from './evaluation/evaluation.ts';
import { NO_SETTINGS, type Settings } from './evaluation/settings.ts';
import { EMPTY_SNAPSHOT, withChange, type Snapshot } from './evaluation/snapshot.ts';
import { EMPTY_SURVEY, survey as surveyWith, viewsOf, type Subjects, type Survey } from './evaluation/survey.ts';
import { format as formatWith, type FormatOptions, type FormatResult } from './format/format.ts';
import { fixesOf } from './rules/fixes.ts';
import { judge } from './rules/judge.ts';
import { leftOut, report, type Reported } from './rules/report.ts';
import { reportAll } from './rules/reportAll.ts';
import type { Fix } from './rules/rule.ts';
import { suppressFix as suppressFixOf, type SuppressFix } from './rules/suppressFix.ts';
import { openFile, type SourceFile } from './syntax/sourceFile.ts';

export type { Edit, Span } from './base/span.ts';
export { isMain, type Evaluation, type Wanted } from './evaluation/evaluation.ts';
export type { RefusedAt, Severity } from './evaluation/finding.ts';
export { CONTEXTS, NO_SETTINGS, RULE_SETTINGS, type RuleSetting, type Settings } from './evaluation/settings.ts';
export { BUILDS, builtInModules } from './evaluation/start.ts';
export { EMPTY_SURVEY, outermost, type Subjects, type Survey } from './evaluation/survey.ts';
export { overrideWords } from './catalogue/grant.ts';
export { withoutPlaceholders } from './catalogue/snippet.ts';
export { contextComment, rootComment } from './evaluation/contextComment.ts';
export { contextCommentEdits, type ContextChange } from './evaluation/contextCommentEdits.ts';
export { environmentIn } from './evaluation/envvars.ts';
export { hasTellingName, isMainFile } from './evaluation/start.ts';
export { listedEntry, listingEntries, listingText, type FolderEntry } from './base/listing.ts';
export { childUri, encodedName, hasDrive, nameOf, parentUri, resolvePath } from './base/paths.ts';
export { ABSENT, UNREADABLE } from './kinds/world.ts';
export { EMPTY_SNAPSHOT, withChange, type Snapshot } from './evaluation/snapshot.ts';
export * from './features/index.ts';
export { indentLine } from './format/lineIndentation.ts';
export { CODES, codeOf, pageAddress, PROJECT } from './rules/codes.ts';
export { leftOut, type Reported } from './rules/report.ts';
export type { Fix } from './rules/rule.ts';
export type { SuppressFix } from './rules/suppressFix.ts';
export { fileText, openFile, withEdits, type SourceFile } from './syntax/sourceFile.ts';

/** Bytes, or UTF-16 units where the bytes are not known, that a file may have and still be analysed. */
export const LARGEST_FILE = 16 * 1024 * 1024;

/** A file as httpd reads it, with what the rules say; `previous` is the evaluation of an older version of it. */
export function evaluate(snapshot: Snapshot, file: SourceFile, previous?: Evaluation): Evaluation {
  return evaluateWith(snapshot, file, judge, { previous });
}

/** The findings of an evaluation, with positions, in the order of the file. */
export function findings(evaluation: Evaluation, settings: Settings): Reported[] {
  return report(evaluation, settings);
}

/**
 * Everything that is to be looked at. Files and folders that it wants are read by the caller, put into the snapshot, and
 * it is called again, until it wants nothing more.
 */
export function survey(snapshot: Snapshot, subjects: Subjects, previous: Survey = EMPTY_SURVEY): Survey {
  return surveyWith(snapshot, subjects, judge, previous);
}

/** The main configuration of a `.htaccess`, where it is known. */
export function mainConfigurationOf({ role }: Evaluation): Evaluation | undefined {
  return typeof role === 'object' ? role.root : undefined;
}

/** The findings of one file of a survey, whoever reads it. */
export function findingsIn(surveyed: Survey, uri: string, settings: Settings): Reported[] {
  return reportAll(viewsOf(surveyed, uri), settings);
}

/** A file of a survey as the first configuration that reads it sees it. */
export function viewIn(surveyed: Survey, uri: string): Evaluation | undefined {
  return viewsOf(surveyed, uri)[0];
}

/** The only thing to say of a file that is too large. */
export function tooLarge(uri: string): Reported {
  return leftOut(uri, 'This file is larger than 16 MiB: it was not analysed.');
}

/** How a finding can be mended, the best first. */
export function fixes({ origin }: Reported): Fix[] {
  return origin ? fixesOf(origin.evaluation, origin.finding) : [];
}

/** The comment that suppresses a finding; undefined where nothing can be suppressed. */
export function suppressFix({ origin }: Reported): SuppressFix | undefined {
  return origin && suppressFixOf(origin.evaluation.file, origin.finding);
}

/**
 * The edits of all safe fixes for findings of a file that change this file alone; of two that touch the same text only the
 * first is made.
 */
export function safeEdits(reported: readonly Reported[]): Fix['edits'] {
  const edits: Fix['edits'][number][] = [];
  for (const finding of reported) {
    const fix = fixes(finding).find(({ safe, edits }) => safe && edits.every(({ uri }) => uri === undefined));
    if (fix && !fix.edits.some((edit) => edits.some((other) => overlap(edit.span, other.span))))
      edits.push(...fix.edits);
  }
  return edits;
}

function overlap(a: Span, b: Span): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}

/** The edits that format a file; with `range` those of the logical lines that it touches. */
export function format(file: SourceFile, options: Omit<FormatOptions, 'canonical'>, range?: Span): FormatResult {
  return formatWith(file, { ...options, canonical: (key) => entryOf(key)?.spellings[0] }, range);
}

/** The findings of a text alone. */
export function checkText(uri: string, text: string, settings: Settings = NO_SETTINGS): Reported[] {
  if (text.length > LARGEST_FILE) return [tooLarge(uri)];
  const file = openFile(uri, 0, text);
  const snapshot = withChange(EMPTY_SNAPSHOT, { files: [file], settings });
  return findings(evaluate(snapshot, file), settings);
}
