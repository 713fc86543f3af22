// node tools/run.mjs tools/grammar.ts [--check]: writes the TextMate grammar with the names of the catalogue in it.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { allEntries, vocabulary } from '../server/src/engine/catalogue/catalogue.ts';
import { grammarOf } from './grammar/frame.ts';
import { namesOf } from './grammar/names.ts';

const file = 'syntaxes/apacheconf.tmLanguage.json';

const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
const made = `${JSON.stringify(grammarOf(namesOf([...allEntries()], vocabulary)), null, 2)}\n`;
if (!values.check) writeFileSync(file, made);
else if (!upToDate()) {
  console.error(`${file} is not what the catalogue gives: run node tools/run.mjs tools/grammar.ts`);
  process.exitCode = 1;
}

function upToDate(): boolean {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n') === made;
  } catch {
    return false;
  }
}
