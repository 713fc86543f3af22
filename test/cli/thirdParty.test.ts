import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { partsOf } from '../../tools/docs/example.ts';
import { folderWith } from './command.ts';
import { checkJson, inShort } from './report.ts';

/** The files of the tree, with some more. */
function tree(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const parts = partsOf(readFileSync('test/cli/fixtures/third-party.conf', 'utf8'));
  const files = parts.map(({ path, text }) => [path === '' ? 'apache2.conf' : path, text] as const);
  return { ...Object.fromEntries(files), ...more };
}

/** What is surely or perhaps wrong. */
function wrong(cwd: string): string[] {
  const report = checkJson(['.'], { cwd });
  const findings = report.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return inShort({ ...report, findings });
}

test('common modules that are not part of httpd are known', (t) => {
  assert.deepEqual(wrong(folderWith(t, tree())), []);
});

test('directives of a module that nobody knows are no errors', (t) => {
  const files = {
    'mods-enabled/zebra.load': 'LoadModule zebra_module /usr/lib/apache2/modules/mod_zebra.so\n',
    'mods-enabled/zebra.conf':
      '<IfModule zebra_module>\nZebraStripes On\n</IfModule>\nZebraHooves 4\n<ZebraHerd a>\nZebraNeck long\n</ZebraHerd>\n',
  };
  const findings = wrong(folderWith(t, tree(files)));
  assert.deepEqual(
    findings.filter((one) => !/^mods-enabled\/zebra\.conf:\d+:\d+ warning unknown-directive$/.test(one)),
    [],
  );
  assert.ok(findings.length > 0);
});

test('without the module its directives are told', (t) => {
  const files = tree();
  delete files['mods-enabled/wsgi.load'];
  delete files['mods-enabled/security2.conf']; // it includes what lies outside of the tree, and may be anything
  assert.deepEqual(wrong(folderWith(t, files)), ['sites-enabled/app.conf:4:5 error module-not-loaded']);
});
