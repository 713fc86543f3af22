import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Input, Step } from '../support/oracle/oracle.ts';
import { asHtaccess, asMain, parseEnvironment, words, type Case } from './case.ts';
import { prelude } from './preludes.ts';
import { readFileText, readText } from './readText.ts';
import { readTable, type Row } from './table.ts';

const folder = resolve('test/agreement/cases');
const columns = ['name', 'prelude'] as const;
const optional = ['environment', 'defines', 'steps', 'override', 'tag', 'since', 'note'] as const;

type CaseRow = Row<(typeof columns)[number] | (typeof optional)[number]>;

/** The groups of the project's own cases: the folders of `cases/`. */
export function groups(): readonly string[] {
  return readdirSync(folder).sort();
}

/**
 * The cases of a group, as its `cases.tsv` lists them: `NAME.conf` is a main configuration, `NAME.htaccess` is read from
 * a folder. What stands under `root/` is there for all of them.
 */
export function casesOf(group: string): readonly Case[] {
  const files = filesUnder(join(folder, group, 'root'));
  return readTable(join(folder, group, 'cases.tsv'), columns, optional).map((row) => ownCase(group, row, files));
}

function ownCase(group: string, row: CaseRow, files: Input['files']): Case {
  const kind = existsSync(join(folder, group, `${row.name}.htaccess`)) ? 'htaccess' : 'main';
  const input = inputOf(group, row, kind);
  const common = {
    id: `${group}/${row.name}`,
    group,
    input: files === undefined ? input : { ...input, files },
    untold: '',
    tags: row.tag
      .split(',')
      .filter((line) => line !== '')
      .map(Number),
    since: row.since,
  };
  return { ...common, ...(kind === 'main' ? asMain(input, row.steps as Step | '') : asHtaccess(input)) };
}

function inputOf(group: string, row: CaseRow, kind: Input['kind']): Input {
  return {
    ...readFileText(join(folder, group, `${row.name}.${kind === 'main' ? 'conf' : 'htaccess'}`)),
    ...prelude(row.prelude),
    kind,
    environment: parseEnvironment(row.environment),
    defines: words(row.defines),
    ...(row.override === '' ? {} : { allowOverride: row.override.replaceAll('; ', '\n') }),
  };
}

/** The files under a folder, by path; undefined where there is no such folder. */
function filesUnder(root: string): Input['files'] {
  if (!existsSync(root)) return undefined;
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(root.length + 1).replaceAll('\\', '/'), readText(path)]));
}
