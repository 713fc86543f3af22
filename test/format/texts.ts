import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { textOfCell } from '../support/visible.ts';

const pieces = readFileSync('test/format/pieces.txt', 'utf8')
  .split('\n')
  .filter((cell) => cell !== '')
  .map(textOfCell);

const madeOfPieces = fc.array(fc.constantFrom(...pieces), { maxLength: 40, size: 'max' }).map((each) => each.join(''));
const anyUnits = fc.string({ unit: 'binary', maxLength: 60, size: 'max' });
const anyBytes = fc.uint8Array({ maxLength: 80, size: 'max' }).map((bytes) => Buffer.from(bytes).toString('latin1'));

/** Configurations, most of them broken, and texts that are none. */
export const anyText = fc.oneof({ weight: 8, arbitrary: madeOfPieces }, anyUnits, anyBytes);

/** Lines of code of another language, none of which ends with a backslash or is the end of the code. */
export const codeLines = fc
  .array(fc.constantFrom('  a ', '', '\t', '<a>', 'a {', '"\\" ', '# a', '\r', 'a\0', 'Listen 80'), { maxLength: 12 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''));
