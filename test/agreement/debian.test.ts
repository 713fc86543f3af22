import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { debianPackage } from '../../tools/debian.mjs';
import { check } from '../support/check.ts';
import { readText } from './readText.ts';

const folder = await debianPackage('apache2');

const skip =
  folder === undefined
    ? "Debian's package apache2 is not here: it takes a Debian or Ubuntu with its package lists (apt-get update)"
    : false;

test('nothing is wrong with what Debian ships', { skip }, (t) => {
  const files = configurationFiles(join(folder ?? '', 'etc/apache2'));
  t.diagnostic(`${files.length} files`);
  assert.ok(files.length > 100, `only ${files.length} files`);
  assert.deepEqual(files.flatMap(complaints), []);
});

/** The configuration files under a folder; `envvars` and `magic` are none. */
function configurationFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(conf|load)$/.test(name))
    .sort()
    .map((name) => join(root, name));
}

/** The findings of one file that nobody should see. */
function complaints(path: string): readonly string[] {
  const findings = check(readText(path), `file://${path}`);
  const seen = findings.filter(
    ({ severity, code }) => severity === 'error' || severity === 'warning' || code === 'directive-case',
  );
  return seen.map(({ line, code, message }) => `${path}:${line} ${code}: ${message}`);
}
