// node tools/run.mjs tools/agreement.ts [--check]: writes docs/agreement.md from what the real httpd was written down to say
// (npm run verdicts asks it). Without the further cases beside the checkout, the chapter about real files stays as it is.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compareAll, type Compared } from '../test/agreement/compared.ts';
import { falseErrors } from '../test/agreement/corpusVerdict.ts';
import { furtherMissing } from '../test/agreement/furtherCases.ts';
import { known } from '../test/agreement/known.ts';
import { faultyLinesOf, realFiles } from '../test/agreement/realFiles.ts';
import { EXAMPLE_RECORDS, recordFiles, type RecordFile } from '../test/agreement/recordFiles.ts';
import { readRecords } from '../test/agreement/records.ts';
import { readFigures } from '../test/harmless/writtenFigures.ts';
import { agreementPage, realFilesIn, realFilesText } from './docs/agreement.ts';

const file = 'docs/agreement.md';
const { values } = parseArgs({ options: { check: { type: 'boolean' } } });

const before = readText();
const made = page();
if (!values.check) writeFileSync(file, made);
else if (made !== before) {
  console.error(`${file} is not what httpd was written down to say: run node tools/run.mjs tools/agreement.ts`);
  process.exitCode = 1;
}

function page(): string {
  const files = recordFiles();
  const own = files.filter(({ path }) => path !== EXAMPLE_RECORDS);
  const examples = files.filter(({ path }) => path === EXAMPLE_RECORDS);
  return agreementPage({
    httpd: [...new Set(files.map(({ path }) => readRecords(path).httpd))].join(', '),
    cases: own.flatMap(compared),
    untold: untold(files),
    examples: examples.flatMap(compared),
    realFiles: furtherMissing === false ? realFilesNow() : realFilesIn(before),
    harmless: readFigures(),
    known,
  });
}

function compared({ path, cases }: RecordFile): readonly Compared[] {
  return compareAll(cases, readRecords(path));
}

function untold(files: readonly RecordFile[]): ReadonlyMap<string, number> {
  const reasons = files.flatMap(({ cases }) => cases.map((one) => one.untold)).filter((reason) => reason !== '');
  return new Map([...new Set(reasons)].map((one) => [one, reasons.filter((reason) => reason === one).length]));
}

function realFilesNow(): string {
  const files = realFiles();
  const { all, missed } = faultyLinesOf(files);
  const wrong = files.flatMap(({ text, verdict, findings }) => falseErrors(text, verdict, findings));
  return realFilesText({ files: files.length, falseErrors: wrong.length, faulty: all, found: all - missed.length });
}

/** The page as it is; it may not be there yet. */
function readText(): string {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return '';
  }
}
