import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileText, findingsIn, leftOut, tooLarge, type Severity } from '../engine/engine.ts';
import { filePath, fileUri } from '../hosts/fileUri.ts';
import { nodeFileSystem } from '../hosts/nodeFileSystem.ts';
import { choiceFor, isGiven, valueFor, type Arguments } from './arguments.ts';
import { readConfiguration, toldFiles, type Configuration, type Roots } from './configuration.ts';
import { displayPath } from './displayPath.ts';
import { namedFile } from './files.ts';
import { namedIn, type Named } from './named.ts';
import { FAIL_ON, REPORT_FORMATS } from './options.ts';
import type { Output } from './output.ts';
import { Problem, withFile } from './problem.ts';
import { counting } from './progress.ts';
import { unreadable } from './read.ts';
import { repair } from './repair.ts';
import { shownFindings, type Shown } from './report/finding.ts';
import { REPORTS } from './report/reports.ts';
import { textsFrom, type Texts } from './report/texts.ts';
import { settingsOf } from './settings.ts';

/** `htconf check`; the exit code. */
export async function check(args: Arguments, output: Output): Promise<number> {
  const settings = await settingsOf(args);
  const roots = rootsIn(args);
  if (isGiven(args, 'fix') && isGiven(args, 'stdin')) throw new Problem('--fix changes files, and --stdin has none.');
  const named = await namedIn(args, usualPaths(args));
  const reading = counting(nodeFileSystem, (files) => output.progress(`Reading file ${String(files)}`));
  const read = await readConfiguration(named, roots, settings, reading);
  const problems: string[] = [];
  const unchanged = { configuration: read, changes: 0 };
  const { configuration, changes } = isGiven(args, 'fix') ? await repair(read, named, problems) : unchanged;
  problems.push(...named.problems, ...unreadFiles(configuration, named, roots));
  for (const problem of problems) output.error(problem);
  const { shown, files } = shownIn(configuration, named, output);
  const failing = FAILING[choiceFor(args, 'fail-on', FAIL_ON) ?? 'error'];
  const exitCode = exitCodeOf(problems, shown, failing);
  const report = REPORTS[choiceFor(args, 'format', REPORT_FORMATS) ?? 'text'];
  if (files.length > 0)
    output.write(await report({ shown, files, fixed: changes, failing, problems, exitCode }, output.colour));
  return exitCode;
}

function rootsIn(args: Arguments): Roots {
  const root = valueFor(args, 'root');
  if (!isGiven(args, 'context')) return root === undefined ? 'found' : { uri: rootUri(resolve(root)) };
  if (root === undefined) return 'none';
  throw new Problem('--context says where files of an unknown configuration stand, --root names theirs: give one.');
}

function rootUri(path: string): string {
  const isFile = withFile(displayPath(path), 'cannot be read', () => statSync(path).isFile());
  if (!isFile) throw new Problem(`--root names ${displayPath(path)}, which is not a file.`);
  return namedFile(path).uri;
}

/** Without a PATH: the main configuration, else the current folder. */
function usualPaths(args: Arguments): string[] {
  return [valueFor(args, 'root') ?? '.'];
}

/** A sentence for each file that somebody has named and that cannot be read. */
function unreadFiles({ gathered }: Configuration, { files }: Named, roots: Roots): string[] {
  const root = typeof roots === 'object' && !files.some(({ uri }) => uri === roots.uri) ? [roots.uri] : [];
  const all = [...root.map((uri) => ({ uri, path: filePath(uri) ?? uri })), ...files];
  return all.flatMap(({ uri, path }) => {
    const unread = gathered.unread.get(uri);
    return unread?.kind === 'unreadable' ? [unreadable(path, unread.reason)] : [];
  });
}

/** What was found, and in which files, by their names. */
function shownIn(configuration: Configuration, named: Named, output: Output): { shown: Shown[]; files: string[] } {
  const { unread, snapshot, survey } = configuration.gathered;
  const texts = textsOf(configuration, named);
  const told = new Set(toldFiles(configuration, named));
  const large = [...unread].flatMap(([uri, { kind }]) => (kind === 'too large' && !told.has(uri) ? [uri] : []));
  const isUnread = named.more || [...unread.values()].some(({ kind }) => kind === 'too many');
  const isCut = isUnread || [...survey.evaluations.values()].some((evaluation) => evaluation.isCut);
  const looked = [...told, ...large].filter((uri) => snapshot.files.has(uri) || unread.get(uri)?.kind === 'too large');
  const found = looked.flatMap((uri, index) => {
    output.progress(`Checking file ${String(index + 1)} of ${String(looked.length)}`);
    return findingsOf(configuration, uri, texts);
  });
  return { shown: [...(isCut ? tooMuch(texts) : []), ...found], files: looked.map((uri) => texts.nameOf(uri)) };
}

function findingsOf(configuration: Configuration, uri: string, texts: Texts): Shown[] {
  const { survey, snapshot } = configuration.gathered;
  const found = survey.readers.has(uri) ? findingsIn(survey, uri, snapshot.settings) : [tooLarge(uri)];
  return shownFindings(texts, found);
}

/** Files are called as they were named. */
function textsOf({ gathered: { snapshot } }: Configuration, { files }: Named): Texts {
  const paths = new Map(files.map(({ uri, path }) => [uri, path]));
  const nameOf = (uri: string): string => displayPath(paths.get(uri) ?? filePath(uri) ?? uri);
  const read = (uri: string): string => {
    const file = snapshot.files.get(uri);
    return file ? fileText(file) : '';
  };
  return textsFrom(nameOf, read);
}

function tooMuch(texts: Texts): Shown[] {
  const message =
    'This is more than htconf looks at in one call: at most 10,000 files, 128 MiB of text, and a million lines of one ' +
    'configuration. The rest was not checked.';
  return shownFindings(texts, [leftOut(fileUri(process.cwd()), message)]);
}

/** Severities that make the exit code 1. */
const FAILING: Readonly<Record<(typeof FAIL_ON)[number], readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
  never: [],
};

function exitCodeOf(problems: readonly string[], shown: readonly Shown[], failing: readonly Severity[]): number {
  if (problems.length > 0) return 2;
  return shown.some(({ row }) => failing.includes(row.severity)) ? 1 : 0;
}
