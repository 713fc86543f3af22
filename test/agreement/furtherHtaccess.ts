import { join } from 'node:path';
import type { Input } from '../support/oracle/oracle.ts';
import { asHtaccess, type Case } from './case.ts';
import type { Expected } from './compare.ts';
import { furtherFolder, type FurtherCase } from './furtherCases.ts';
import { prelude } from './preludes.ts';
import { readTable, type Row } from './table.ts';

const columns = ['name', 'allowoverride', 'htaccess', 'status', 'log'] as const;

/** Further `.htaccess` files, each with the AllowOverride of its folder. */
export function furtherHtaccess(): readonly FurtherCase[] {
  const rows = readTable(join(furtherFolder, 'httpd/htaccess.tsv'), columns);
  return rows.map((row) => ({ case: htaccessCase(row), expected: expectedOf(row) }));
}

/** The release that gave the verdicts. */
const JUDGE = '2.4.71';

/** Of a line that is too long the table has the beginning alone. */
const CUT_OFF = 'a'.repeat(8192);

/** The table names no lines. */
function expectedOf({ status }: Row<'status'>): Expected {
  return status === '500' ? { refusedAt: 'request', lines: [] } : { lines: [] };
}

function htaccessCase({ name, allowoverride, htaccess, log }: Row<(typeof columns)[number]>): Case {
  const input: Input = {
    ...prelude('macro'),
    kind: 'htaccess',
    text: htaccess.replaceAll('\\n', '\n').replaceAll('\\r', '\r') + (/Line too long/.test(log) ? CUT_OFF : ''),
    environment: { PATH: '/usr/bin' },
    allowOverride: allowoverride.replace('AllowOverride ', '').replaceAll('; ', '\n'),
  };
  const as = asHtaccess(input);
  const settings = { ...as.settings, httpdVersion: JUDGE };
  return { id: `htaccess/${name}`, group: 'htaccess', input, ...as, settings, untold: '', tags: [], since: '' };
}
