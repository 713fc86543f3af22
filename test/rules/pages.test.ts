import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suite, test } from 'node:test';
import { CODES, fixes, type Reported } from '../../server/src/engine/engine.ts';
import type { Example } from '../../tools/docs/example.ts';
import { readRulePage, type RulePage } from '../../tools/docs/rulePage.ts';
import { testExample, testFixes } from './testExample.ts';
import { judge } from './judged.ts';
import { pageFacts } from './pageFacts.ts';

const folder = resolve('docs/rules');
const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
const pages = names.map((name) => ({ name, page: readRulePage(readFileSync(join(folder, name), 'utf8')) }));

test('every code has its page, and every page its code', () => {
  assert.deepEqual(
    names.sort(),
    Object.keys(CODES)
      .map((code) => `${code}.md`)
      .sort(),
  );
});

for (const { name, page } of pages) {
  suite(name, () => {
    const own = page.examples.flatMap((example) => ownFindings(page, example));

    test('has the parts of a page', () => {
      assert.equal(`${page.title}.md`, name);
      assert.match(page.sentence, /\.$/);
      const headings = page.sections.map(({ heading }) => heading);
      assert.deepEqual(headings, ['What is wrong', 'What httpd does', 'What to do', 'Examples']);
    });

    test('says what its examples show', () => {
      assert.ok(own.length > 0, 'no example shows the code');
      assert.ok(
        page.examples.some((example) => ownFindings(page, example).length === 0),
        'no example shows what is right',
      );
      assert.deepEqual(page.facts, pageFacts(own));
    });

    test('shows a repair where there is one', () => {
      const shown = page.examples.some((example) => example.fixed !== undefined);
      assert.equal(
        shown,
        own.some(({ fixes }) => fixes.length > 0),
      );
    });

    for (const example of page.examples) {
      test(`line ${String(example.line)}: ${example.name}`, () => {
        testExample(example, page.title);
        testFixes(example);
      });
    }
  });
}

function ownFindings({ title }: RulePage, example: Example) {
  const judged = judge(example);
  const isOwn = ({ code }: Reported) => code === title;
  return judged.found.filter(isOwn).map((finding) => ({ finding, fixes: fixes(finding) }));
}
