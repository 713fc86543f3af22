// node tools/run.mjs tools/l10n.ts [--check]: writes the texts of the client, which a translation can take the place of.
import { getL10nJson } from '@vscode/l10n-dev';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const SOURCES = 'client/src';
const BUNDLE = 'l10n/bundle.l10n.json';

const { values } = parseArgs({ options: { check: { type: 'boolean' } } });

const contents = readdirSync(SOURCES).sort();
const sources = contents.map((file) => ({ extension: '.ts', contents: readFileSync(join(SOURCES, file), 'utf8') }));
const text = `${JSON.stringify(await getL10nJson(sources), undefined, 2)}\n`;

if (!values.check) writeFileSync(BUNDLE, text);
else if (readFileSync(BUNDLE, 'utf8').replaceAll('\r\n', '\n') !== text) {
  console.error(`${BUNDLE} has not the texts of ${SOURCES}: run node tools/run.mjs tools/l10n.ts`);
  process.exitCode = 1;
}
