import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, suite, test } from 'node:test';
import { blocksOf } from './editorPage.ts';
import { findNeovim, useNeovim, type Neovim, type Seen, type SeenDiagnostic } from './neovim.ts';

const neovim = await findNeovim();
const missing = neovim ? false : 'no Neovim; it is the package neovim of most systems';

/** Paths of which the file type is asked for: those of htconf, and some that are not. */
const OURS = ['sites-available/example.com', 'mods-enabled/ssl.load', 'apache2/ports.conf', 'etc/httpd/conf.d/a.conf'];
const OTHERS = ['nginx/sites-available/example.com', 'my.conf'];

/** The settings that the page has for this version: the first block is for 0.11 and newer. */
function settingsFor({ version }: Neovim): string {
  const [newer, older, ...others] = blocksOf('lua');
  assert.deepEqual(others, []);
  const [, minor = ''] = version.split('.');
  const settings = version.startsWith('0.') && Number(minor) < 11 ? older : newer;
  assert.ok(settings !== undefined && settings.includes("directiveCase = 'preserve'"));
  return settings;
}

function inShort(found: readonly SeenDiagnostic[]): string[] {
  return found
    .map(({ line, column, end_column, severity, code }) => [line, column, end_column, severity, code].join(' '))
    .sort();
}

suite('Neovim, with the settings of docs/editors.md', { skip: missing }, () => {
  let seen: Seen;

  before(async () => {
    assert.ok(neovim);
    seen = await useNeovim(neovim, settingsFor(neovim), [...OURS, ...OTHERS]);
  });

  test('shows what is found', (t) => {
    t.diagnostic(`Neovim ${neovim?.version ?? ''}`);
    assert.equal(seen.filetype, 'apache');
    assert.deepEqual(inShort(seen.diagnostics), [
      '17 1 11 3 directive-case',
      '18 1 10 1 unknown-directive',
      '19 12 26 1 module-identifier',
    ]);
  });

  test('repairs a mistake, and offers no command that only the client of VS Code has', () => {
    assert.deepEqual(seen.actions, [
      { title: 'Change to LoadModule', command: false },
      { title: 'Suppress unknown-directive in this line', command: false },
      { title: 'Make all safe fixes', command: false },
    ]);
    assert.equal(seen.repaired, 'LoadModule expires_module modules/mod_expires.so');
    assert.deepEqual(inShort(seen.left), ['17 1 11 3 directive-case', '19 12 26 1 module-identifier']);
  });

  test('completes a directive, and a module with its file', () => {
    assert.equal(seen.directive, 'LoadModule');
    assert.equal(seen.module, 'LoadModule rewrite_module modules/mod_rewrite.so');
  });

  test('explains the directive at the cursor', () => {
    assert.match(seen.hover, /ServerAdmin/);
    assert.match(seen.hover, /core/);
  });

  test('formats a file', () => {
    const golden = readFileSync('test/e2e/golden/httpd.conf', 'utf8');
    assert.equal(seen.formatted, golden);
  });

  test('takes the usual files for configuration of httpd, and no others', () => {
    assert.deepEqual(seen.filetypes.slice(0, OURS.length), Array(OURS.length).fill('apache'));
    assert.ok(!seen.filetypes.slice(OURS.length).includes('apache'));
  });
});

test('a setting of the page reaches the server', { skip: missing }, async () => {
  assert.ok(neovim);
  const settings = settingsFor(neovim).replace("directiveCase = 'preserve'", "directiveCase = 'canonical'");
  const { formatted } = await useNeovim(neovim, settings, []);
  assert.match(formatted, /^ +RewriteEngine {2}On$/m);
});
