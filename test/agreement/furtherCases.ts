import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnvironment, words, type Case } from './case.ts';
import type { Verdict } from './compare.ts';
import { readPrelude, readServerText } from './serverText.ts';
import { readTable, type Row } from './table.ts';

/** A folder with further cases and real files, beside the checkout or where HTCONF_CASES says. */
export const furtherFolder = resolve(process.env['HTCONF_CASES'] ?? '../shared');

/** For `skip` of a test: false where the folder is there, else the reason. */
export const furtherMissing = existsSync(furtherFolder)
  ? false
  : `no further cases in ${furtherFolder}; HTCONF_CASES can name another folder`;

const columns = ['name', 'file', 'accepted', 'line', 'error_file', 'prelude', 'env', 'args', 'note'] as const;
type FurtherRow = Row<(typeof columns)[number]>;

/** All further cases but those that need the configuration of an installed server. */
export function furtherCases(): readonly Case[] {
  const rows = readTable(join(furtherFolder, 'httpd/cases/cases.tsv'), columns);
  return rows.filter(({ args }) => !words(args).includes('-d')).map(furtherCase);
}

function furtherCase(row: FurtherRow): Case {
  const group = row.name.replace(/_.*/, '');
  return {
    id: `${group}/${row.name}`,
    group,
    text: readServerText(join(furtherFolder, 'httpd/cases', row.file)),
    prelude: readPrelude(join(furtherFolder, 'httpd/preludes'), row.prelude),
    environment: parseEnvironment(row.env),
    defines: words(row.args).filter((word) => word !== '-D'),
    verdict: verdict(row),
    kind: '',
  };
}

function verdict({ accepted, line, file, error_file, note }: FurtherRow): Verdict {
  // a line of a macro or of an included file says nothing of the lines here
  if (accepted === 'n') return { refusedAt: 'configtest', lines: error_file === file ? [Number(line)] : [] };
  return /a start refuses|does not start|checked at start-up|parsed at start-up/.test(note)
    ? { refusedAt: 'start', lines: [] }
    : { lines: [] };
}
