import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { test } from 'node:test';
import { terminalText } from '../../server/src/cli/pages/terminalText.ts';
import { paintFor, plain } from '../../server/src/cli/report/paint.ts';
import { CODES } from '../../server/src/engine/engine.ts';
import { htconf } from './command.ts';

/** The lines of an explanation. */
function explained(name: string): string[] {
  const { code, stdout, stderr } = htconf(['explain', name], { cwd: process.cwd() });
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  return stdout.split('\n');
}

test('of a code it is the page, as a terminal shows it, without the marks of the examples', () => {
  const lines = explained('flag-value');
  assert.deepEqual(lines.slice(0, 9), [
    'flag-value',
    '',
    'A switch is neither `On` nor `Off`.',
    '',
    '  - Severity: error',
    '  - Refused at: `httpd -t`, a request',
    '  - Fix: yes',
    '',
    'What is wrong',
  ]);
  for (const heading of ['What httpd does', 'What to do', 'Examples']) assert.ok(lines.includes(heading), heading);
  assert.ok(
    lines.some((line) => /^ {4}\w+ \w+$/.test(line)),
    'no example',
  );
  assert.deepEqual(
    lines.filter((line) => /```|\^\^|<--|^#/.test(line)),
    [],
  );
  assert.deepEqual(lines.slice(-2), [
    'The same page: https://github.com/htconf/htconf/blob/main/docs/rules/flag-value.md',
    '',
  ]);
});

test('every code is explained, in lines that fit', () => {
  for (const code of Object.keys(CODES)) {
    const long = explained(code).filter((line) => line.length > 100 && !line.startsWith('    '));
    assert.deepEqual(long, [], code);
  }
});

test('of a directive it is what an editor shows', () => {
  const lines = explained('documentroot');
  assert.equal(lines[0], '    DocumentRoot directory-path');
  assert.ok(lines.includes('Directive of core (`core_module`).'));
  assert.ok(lines.includes('  - Context: server config, virtual host'));
  assert.ok(lines.some((line) => /^ {2}- Default: `DocumentRoot /.test(line)));
  assert.match(
    lines.at(-2) ?? '',
    /^Manual: DocumentRoot: https:\/\/httpd\.apache\.org\/docs\/2\.4\/mod\/core\.html#documentroot$/,
  );
});

test('of a .htaccess it says what has to be granted', () => {
  assert.match(explained('RewriteRule').join('\n'), /Context: .*\.htaccess with AllowOverride `FileInfo`/);
});

test('a section has brackets or not', () => {
  assert.deepEqual(explained('<Directory>'), explained('directory'));
  assert.match(explained('<directory')[0] ?? '', /^ {4}<Directory /);
});

test('an old name says what to write today', () => {
  assert.match(explained('LockFile').join('\n'), /Write `Mutex` today/);
});

const MARKDOWN = `## A heading

A **strong** word, *another*, \`a **code** [x](y)\`, [a link](https://example.org/) and
[a page](page.md).

- one
- two: ${'long '.repeat(30).trim()}

\`\`\`apacheconf
Options *All*

    Listen 80
\`\`\`
`;

test('Markdown becomes plain text; code is left as it is', () => {
  assert.deepEqual(terminalText(MARKDOWN, plain).split('\n'), [
    'A heading',
    '',
    'A strong word, another, `a **code** [x](y)`, a link: https://example.org/ and a page.',
    '',
    '  - one',
    `  - two: ${'long '.repeat(18).trim()}`,
    `    ${'long '.repeat(12).trim()}`,
    '',
    '    Options *All*',
    '',
    '        Listen 80',
    '',
  ]);
});

test('colours change nothing else', () => {
  const coloured = terminalText(MARKDOWN, paintFor(true));
  assert.ok(coloured.startsWith('\x1b[1mA heading\x1b[0m\n'));
  assert.equal(stripVTControlCharacters(coloured), terminalText(MARKDOWN, plain));
});
