import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readText } from '../agreement/readText.ts';
import { checkEdits, editsOf, formatted } from './checkFormat.ts';
import { logicalLines, meanings } from './words.ts';

const cases = process.env['HTCONF_CASES'] ?? '../shared';

for (const folder of ['samples', 'test/agreement/cases', join(cases, 'corpus/files'), join(cases, 'httpd/cases')]) {
  const skip = existsSync(folder) ? false : `${folder} is not there; HTCONF_CASES names the folder with further cases`;
  const files = skip ? [] : filesIn(folder);

  test(`every file of ${folder} keeps its words, and is not changed twice`, { skip }, () => {
    assert.ok(files.length > 0, 'there is no file');
    for (const file of files) checkFile(file, '    ');
  });

  test(`every file of ${folder} comes out the same with tabs as without`, { skip }, () => {
    for (const file of files) {
      const text = readText(file);
      assert.equal(formatted(formatted(text, { indent: '\t' })), formatted(text), file);
    }
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name));
}

function checkFile(file: string, indent: string): void {
  const text = readText(file);
  const after = formatted(text, { indent });
  assert.equal(formatted(after, { indent }), after, file);
  assert.deepEqual(meanings(logicalLines(after)), meanings(logicalLines(text)), file);
  assert.doesNotThrow(() => {
    checkEdits(text, editsOf(text, { indent }));
  }, file);
}
