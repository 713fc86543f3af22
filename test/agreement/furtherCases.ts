import { existsSync } from 'node:fs';
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

const columns = ['name', 'file', 'accepted', 'line', 'error_file', 'prelude', 'env', 'args', 'note'] as const;
type FurtherRow = Row<(typeof columns)[number]>;

/** All further cases but those that need the configuration of an installed server. */
export function furtherCases(): readonly FurtherCase[] {
  const rows = readTable(join(furtherFolder, 'httpd/cases/cases.tsv'), columns);
  return rows
    .filter(({ args }) => !words(args).includes('-d'))
    .map((row) => ({ case: furtherCase(row), expected: expectedOf(row) }));
}

function furtherCase({ name, file, prelude, env, args }: FurtherRow): Case {
  const group = name.replace(/_.*/, '');
  const before = prelude === 'none' ? '' : serverText(join('preludes', `${prelude}.conf`)).text;
  const input: Input = {
    ...serverText(join('cases', file)),
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
    untold: '',
    tags: [],
    since: '',
  };
}

function expectedOf({ accepted, line, file, error_file, note }: FurtherRow): Expected {
  // a line of a macro or of an included file says nothing of the lines here
  if (accepted === 'n') return { refusedAt: 'configtest', lines: error_file === file ? [Number(line)] : [] };
  return /a start refuses|does not start|checked at start-up|parsed at start-up/.test(note)
    ? { refusedAt: 'start', lines: [] }
    : { lines: [] };
}

// the folders that the real server had; nothing is read from them
const placeholders = [
  ['@SERVERROOT@', '/srv/httpd'],
  ['@WORK@', '/srv/work'],
] as const;

/** The text of a file as the real server had it, with folders for their placeholders. */
function serverText(path: string) {
  const { text, encoding } = readFileText(join(furtherFolder, 'httpd', path));
  return {
    text: placeholders.reduce((all, [placeholder, folder]) => all.replaceAll(placeholder, folder), text),
    encoding,
  };
}
