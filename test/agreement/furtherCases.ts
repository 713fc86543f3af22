import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Input } from '../support/oracle/oracle.ts';
import { asMain, parseEnvironment, words, type Case } from './case.ts';
import type { Expected } from './compare.ts';
import { readFileText } from './readText.ts';
import { readTable, type Row } from './table.ts';

/** A folder with further cases and real files, beside the checkout or where HTCONF_CASES says. */
export const furtherFolder = resolve(process.env['HTCONF_CASES'] ?? '../shared');

/** For `skip` of a test: false where the folder is there, else the reason. */
export const furtherMissing = existsSync(furtherFolder)
  ? false
  : `no further cases in ${furtherFolder}; HTCONF_CASES can name another folder`;

/** A case whose verdict stands beside it in a table. */
export interface FurtherCase {
  readonly case: Case;
  readonly expected: Expected;
}

const columns = [
  'name',
  'file',
  'accepted',
  'line',
  'message',
  'error_file',
  'prelude',
  'env',
  'args',
  'note',
] as const;
type FurtherRow = Row<(typeof columns)[number]>;

/** All further cases but those that need the configuration of an installed server. */
export function furtherCases(): readonly FurtherCase[] {
  return rows()
    .filter(({ args }) => !words(args).includes('-d'))
    .map((row) => {
      const one = furtherCase(row);
      return { case: one, expected: expectedOf(row, one.input.text) };
    });
}

function rows(): readonly FurtherRow[] {
  return readTable(join(furtherFolder, 'httpd/cases/cases.tsv'), columns);
}

/** The files that are cases themselves. */
function cases(): ReadonlySet<string> {
  return new Set([...rows().map(({ file }) => file), 'cases.tsv']);
}

function furtherCase({ name, file, prelude, env, args }: FurtherRow): Case {
  const group = name.replace(/_.*/, '');
  const before = prelude === 'none' ? '' : serverText(join('preludes', `${prelude}.conf`)).text;
  const { text, encoding } = serverText(join('cases', file));
  const input: Input = {
    text,
    encoding,
    ...(/^\s*include/im.test(text) && { files: { ...helpers(), [`cases/${file}`]: text } }),
    prelude: before,
    kind: 'main',
    environment: parseEnvironment(env),
    defines: words(args).filter((word) => word !== '-D'),
  };
  return {
    id: `${group}/${name}`,
    group,
    input,
    ...asMain(input),
    settings: { ...asMain(input).settings, serverRoots: { '/tmp': 'file:///tmp' } },
    untold: '',
    tags: [],
    since: '',
  };
}

function expectedOf({ accepted, line, message, file, error_file, note }: FurtherRow, text: string): Expected {
  if (LACKING.test(message)) return { refusedAt: 'configtest', fault: 'environment', lines: [] };
  const { lines, ...place } = placeOf(Number(line), error_file, file, text);
  if (accepted === 'n')
    return { refusedAt: 'configtest', ...place, lines: WRONG_TAG.test(message) ? [...lines, ...tagsOf(text)] : lines };
  return /a start refuses|does not start|checked at start-up|parsed at start-up/.test(note)
    ? { refusedAt: 'start', lines: [] }
    : { lines: [] };
}

/** What httpd says where the file of a module is not there, or is none. */
const LACKING = /Cannot load .* into server/;

/** What it says of tags: of two that do not fit it names one, and the other may be at fault. */
const WRONG_TAG = /Expected <\/.* but saw/;

function tagsOf(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (/^\s*</.test(line) ? [index + 1] : []));
}

/** A line of a macro says nothing of the lines here; a file that includes itself is refused where it is included. */
function placeOf(line: number, errorFile: string, file: string, text: string): Pick<Expected, 'file' | 'lines'> {
  if (errorFile === file) return { lines: [line], ...(text.includes(file) && { file: `cases/${file}` }) };
  const helper = `cases/${errorFile}`;
  return helper in helpers() ? { file: helper, lines: [line] } : { lines: [] };
}

let known: Readonly<Record<string, string>> | undefined;

/** The files beside the cases that some of them include, and those of the server's root. */
function helpers(): Readonly<Record<string, string>> {
  known ??= { ...filesIn('root', ''), ...filesIn('cases', 'cases/') };
  return known;
}

function filesIn(folder: string, as: string): Record<string, string> {
  const paths = readdirSync(join(furtherFolder, 'httpd', folder), { recursive: true, encoding: 'utf8' });
  const isCase = (path: string): boolean => folder === 'cases' && cases().has(path);
  const files = paths.filter((path) => statSync(join(furtherFolder, 'httpd', folder, path)).isFile() && !isCase(path));
  return Object.fromEntries(files.map((path) => [`${as}${path}`, serverText(join(folder, path)).text]));
}

// the folders that the real server had; nothing is read from them
const placeholders = [
  ['@SERVERROOT@', '/srv/httpd'],
  ['@WORK@', '/srv/httpd'],
] as const;

/** The text of a file as the real server had it, with folders for their placeholders. */
function serverText(path: string) {
  const { text, encoding } = readFileText(join(furtherFolder, 'httpd', path));
  return {
    text: placeholders.reduce((all, [placeholder, folder]) => all.replaceAll(placeholder, folder), text),
    encoding,
  };
}
