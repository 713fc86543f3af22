import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnvironment, words, type Case } from './case.ts';
import { readPrelude, readServerText } from './serverText.ts';
import { readTable, type Row } from './table.ts';

const folder = resolve('test/agreement');
const columns = ['name', 'accepted', 'line', 'tag', 'kind', 'prelude', 'environment', 'defines', 'note'] as const;

/** The groups of the project's own cases: the folders of `cases/`. */
export function groups(): readonly string[] {
  return readdirSync(join(folder, 'cases')).sort();
}

/** The cases of a group, as its `verdicts.tsv` lists them. */
export function casesOf(group: string): readonly Case[] {
  return readTable(join(folder, 'cases', group, 'verdicts.tsv'), columns).map((row) => ownCase(group, row));
}

function ownCase(group: string, row: Row<(typeof columns)[number]>): Case {
  const lines = [row.line, ...row.tag.split(',')].filter((line) => line !== '').map(Number);
  return {
    id: `${group}/${row.name}`,
    group,
    text: readServerText(join(folder, 'cases', group, `${row.name}.conf`)),
    prelude: readPrelude(join(folder, 'preludes'), row.prelude),
    environment: parseEnvironment(row.environment),
    defines: words(row.defines),
    verdict: row.accepted === 'y' ? { lines } : { refusedAt: 'configtest', lines },
    kind: row.kind,
  };
}
