import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suite, test } from 'node:test';
import { readExamples } from '../../tools/docs/example.ts';
import { testExample, testFixes } from './testExample.ts';

const folder = resolve('test/rules/cases');

for (const name of readdirSync(folder)) {
  suite(name, () => {
    for (const example of readExamples(readFileSync(join(folder, name), 'utf8'))) {
      test(`line ${String(example.line)}: ${example.name}`, () => {
        testExample(example);
        testFixes(example);
      });
    }
  });
}
