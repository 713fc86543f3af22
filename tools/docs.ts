// node tools/run.mjs tools/docs.ts [--check]: writes the lists in the documentation: the settings, and all that is found.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { CODES } from '../server/src/engine/rules/codes.ts';
import { findingsTable, rulesIndex, withFindings, type Finding } from './docs/findings.ts';
import { manifestWithTexts } from './docs/manifest.ts';
import { readRulePage } from './docs/rulePage.ts';
import { settingsPage, type SettingsGroup } from './docs/settings.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean' } } });

const findings = Object.entries(CODES).map(([code, { summary }]): Finding => {
  const { facts } = readRulePage(readText(`docs/rules/${code}.md`));
  return { code, summary, facts };
});
const manifest = manifestWithTexts<{ contributes: { configuration: readonly SettingsGroup[] } }>(
  readText('package.json'),
  readText('package.nls.json'),
);

const made: Readonly<Record<string, string>> = {
  'docs/settings.md': settingsPage(manifest.contributes.configuration),
  'docs/rules/README.md': rulesIndex(findings),
  'README.md': withFindings(readText('README.md'), findingsTable(findings)),
};

const stale = Object.entries(made).filter(([file, text]) => textOrNothing(file) !== text);
if (!values.check) for (const [file, text] of stale) writeFileSync(file, text);
else if (stale.length > 0) {
  const files = stale.map(([file]) => file).join(', ');
  console.error(
    `not what the codes, their pages and package.json give: ${files}: run node tools/run.mjs tools/docs.ts`,
  );
  process.exitCode = 1;
}

function readText(file: string): string {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
}

/** A file that is made may not be there yet. */
function textOrNothing(file: string): string | undefined {
  try {
    return readText(file);
  } catch {
    return undefined;
  }
}
