import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format } from '../../server/src/engine/format/format.ts';
import { openFile } from '../../server/src/engine/syntax/sourceFile.ts';
import { checkFormat, editsOf, formatted, options } from './checkFormat.ts';

/** The bytes of a line that httpd still reads in a .htaccess file. */
const LONGEST = 8191;

test('a tab for each level', () => {
  checkFormat(
    '<If a>\n<If b>\n  Options None\n        Options \\\n            All\n</If>\n</If>\n',
    '<If a>\n\t<If b>\n\t\tOptions None\n\t\tOptions \\\n\t\t    All\n\t</If>\n</If>\n',
    { indent: '\t' },
  );
});

test('from tabs to blanks', () => {
  checkFormat('<If a>\n\tOptions \\\n\t\tAll\n</If>\n', '<If a>\n  Options \\\n    All\n</If>\n', { indent: '  ' });
});

test('each changed line has one edit', () => {
  assert.deepEqual(editsOf('<If a>\n  Options None  \n\n\n\n\n</If> \n'), [
    { span: { start: 9, end: 23 }, text: '  Options None' },
    { span: { start: 26, end: 28 }, text: '' },
    { span: { start: 33, end: 34 }, text: '' },
  ]);
});

for (const name of ['Define', 'error b\nDefine', 'error b\n#', '#']) {
  test(`where a name would become ${JSON.stringify(name)} there is no edit, and it is said why`, () => {
    const file = openFile('file:///a.conf', 1, ' a\n\n\n\n\nlisten 80 \\\n 81\nerror b ');
    const canonical = (key: string): string | undefined => (key === 'error' ? name : undefined);
    const { edits, problem = '' } = format(file, { ...options, directiveCase: 'canonical', canonical });
    assert.deepEqual(edits, []);
    assert.match(problem, /^Nothing was formatted, because httpd would read line 8 differently afterwards\. /);
  });
}

for (const [letter, bytes] of [
  ['a', 1],
  ['é', 2],
  ['€', 3],
  ['😀', 4],
] as const) {
  test(`no blank pushes a line over the limit: ${letter}`, () => {
    const most = `Define ${letter.repeat(Math.floor((LONGEST - 100) / bytes))}`;
    const full = most + 'a'.repeat(LONGEST - 5 - Buffer.byteLength(most)); // its line end is one more
    checkFormat(`<If a>\n${full}\n</If>\n`, `<If a>\n    ${full}\n</If>\n`);
    checkFormat(`<If a>\n ${full}a  \n</If>\n`, `<If a>\n ${full}a\n</If>\n`);
    checkFormat(`<If a>\n     ${full}a\n</If>\n`, `<If a>\n    ${full}a\n</If>\n`);
  });
}

test('what is nested beyond reason is indented no further', () => {
  const text = `${'<If a>\n'.repeat(200)}Options None\n${'</If>\n'.repeat(200)}`;
  assert.equal(/^ *(?=Options)/m.exec(formatted(text))?.[0].length, 160);
});
