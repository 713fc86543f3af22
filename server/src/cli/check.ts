import { pathToFileURL } from 'node:url';
import { fixes, leftOut, tooLarge, type Severity, type Settings } from '../engine/engine.ts';
import { choiceFor, isGiven, type Arguments } from './arguments.ts';
import { encode, type Encoding } from './encoding.ts';
import { FAIL_ON, REPORT_FORMATS } from './options.ts';
import type { Output } from './output.ts';
import { attempt, Problem } from './problem.ts';
import { examine, repair, type Examined, type Repaired } from './repair.ts';
import { shownFindings, type Shown } from './report/finding.ts';
import { jsonReport } from './report/json.ts';
import { textReport } from './report/text.ts';
import { settingsOf } from './settings.ts';
import { sourcesOf, type Source, type Sources } from './sources.ts';
import { replaceFile } from './write.ts';

/** `htconf check`; the exit code. */
export async function check(args: Arguments, output: Output): Promise<number> {
  const settings = settingsOf(args);
  const fix = isGiven(args, 'fix');
  if (fix && isGiven(args, 'stdin')) throw new Problem('--fix changes files, and --stdin has none.');
  const sources = await sourcesOf(args);
  const problems: string[] = [];
  const checked = checkAll(sources, settings, fix, problems);
  const all = [...problems, ...sources.problems];
  for (const problem of all) output.error(problem);
  if (checked.files > 0) output.write(reportOf(checked, args, output.colour));
  if (all.length > 0) return 2;
  return fails(checked.shown, choiceFor(args, 'fail-on', FAIL_ON) ?? 'error') ? 1 : 0;
}

/** What was found in all files. */
interface Checked {
  readonly shown: readonly Shown[];
  readonly files: number;
  /** Changes that were made. */
  readonly fixed: number;
}

function checkAll(sources: Sources, settings: Settings, fix: boolean, problems: string[]): Checked {
  const shown: Shown[] = sources.more ? tooManyFiles() : [];
  let files = 0;
  let fixed = 0;
  for (const source of sources.each) {
    const one = checkOne(source, settings, fix, problems);
    shown.push(...one.shown);
    fixed += one.fixed;
    files++;
  }
  return { shown, files, fixed };
}

/** Adds a sentence to `problems` where a file cannot be written; the findings are then those of the file as it is. */
function checkOne(
  { path, content }: Source,
  settings: Settings,
  fix: boolean,
  problems: string[],
): Omit<Checked, 'files'> {
  const uri = pathToFileURL(path).href;
  if (content === 'too large') return { shown: shownFindings('', [tooLarge(uri)], () => []), fixed: 0 };
  const before = examine(uri, content.text, settings);
  const unchanged = { examined: before, changes: 0 };
  const repaired = fix ? attempt(problems, () => repairFile(path, content.encoding, before, settings)) : unchanged;
  const { examined, changes } = repaired ?? unchanged;
  const shown = shownFindings(examined.text, examined.found, (finding) => fixes(examined.evaluation, finding));
  return { shown, fixed: changes };
}

/** Makes the safe repairs of a file, and writes it where there are some. */
function repairFile(path: string, encoding: Encoding, before: Examined, settings: Settings): Repaired {
  const repaired = repair(before, settings);
  if (repaired.changes > 0) replaceFile(path, encode({ text: repaired.examined.text, encoding }));
  return repaired;
}

function tooManyFiles(): Shown[] {
  const message = 'There are more files than htconf looks at in one call: only the first 10,000 were checked.';
  return shownFindings('', [leftOut(pathToFileURL('.').href, message)], () => []);
}

function reportOf({ shown, files, fixed }: Checked, args: Arguments, colour: boolean): string {
  const format = choiceFor(args, 'format', REPORT_FORMATS) ?? 'text';
  return format === 'json'
    ? jsonReport(
        files,
        shown.map(({ row }) => row),
      )
    : textReport(shown, { files, fixed }, colour);
}

/** Severities that make the exit code 1. */
const FAILING: Readonly<Record<(typeof FAIL_ON)[number], readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
  never: [],
};

function fails(shown: readonly Shown[], failOn: (typeof FAIL_ON)[number]): boolean {
  return shown.some(({ row }) => FAILING[failOn].includes(row.severity));
}
