// npm run verdicts [-- --all | --check]: asks the real httpd about the cases and the examples of rule pages that it was not
// asked about yet, with --all about all of them, and writes down what it says; then about fixes and formatting, which takes a
// minute; then it makes docs/agreement.md. With --check nothing is asked or written: it fails where what is written is not
// about the texts that are there.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Case } from '../test/agreement/case.ts';
import { recordFiles, type RecordFile } from '../test/agreement/recordFiles.ts';
import { byKey, readRecords, recorded, staleRecords, type Recorded } from '../test/agreement/records.ts';
import { writeFigures } from '../test/harmless/figures.ts';
import { dispose, findHttpd, judge, type Httpd } from '../test/support/oracle/oracle.ts';
import { runCommand } from './command.mjs';

const { values } = parseArgs({ options: { all: { type: 'boolean' }, check: { type: 'boolean' } } });
if (values.check) check();
else await write(values.all === true);

function check(): void {
  const stale = recordFiles().flatMap(({ path, cases }) => staleRecords(readRecords(path), cases));
  if (stale.length === 0) return;
  console.error(`${stale.join('\n')}\nnpm run verdicts asks httpd`);
  process.exitCode = 1;
}

async function write(anew: boolean): Promise<void> {
  const httpd = await findHttpd();
  if (!httpd) throw new Error('there is no httpd here: install apache2, or name one by HTTPD=/path/to/httpd');
  console.log(`httpd ${httpd.version} (${httpd.program})`);
  const asked = await Promise.all(recordFiles().map((file) => writeRecords(httpd, file, anew)));
  console.log(`asked about ${String(asked.reduce((sum, count) => sum + count, 0))} texts`);
  await writeFigures(httpd);
  await dispose();
  const page = await runCommand(process.execPath, ['tools/run.mjs', 'tools/agreement.ts'], { show: true });
  process.exitCode = page.code;
}

/** Writes a file, and says about how many of its cases httpd was asked. */
async function writeRecords(httpd: Httpd, { path, cases }: RecordFile, anew: boolean): Promise<number> {
  const before = readRecords(path);
  const kept = anew || before.httpd !== httpd.version ? {} : before.verdicts;
  const different = [...byKey(cases)];
  const lines = different.map(
    async ([key, one]) => `    "${key}": ${JSON.stringify(await record(httpd, one, kept[key]))}`,
  );
  const all = (await Promise.all(lines)).join(',\n');
  writeFileSync(path, `{\n  "httpd": "${httpd.version}",\n  "verdicts": {\n${all}\n  }\n}\n`);
  return different.filter(([key]) => kept[key] === undefined).length;
}

async function record(httpd: Httpd, one: Case, known: Recorded | undefined): Promise<Recorded> {
  if (known) return { ...known, case: one.id };
  const verdict = await judge(httpd, one.input, one.steps);
  if (verdict.kind === 'crash') throw new Error(`httpd crashed: ${one.id}`);
  if (one.steps === 'start' && verdict.kind === 'not-loopback')
    throw new Error(`this machine gives httpd no network of its own, which ${one.id} takes`);
  return recorded(one, verdict);
}
