import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { debianPackage } from '../../tools/debian.mjs';
import { folderWith } from './command.ts';
import { checkJson, inShort } from './report.ts';

const folder = await debianPackage('apache2');

const skip =
  folder === undefined
    ? "Debian's package apache2 is not here: it takes a Debian or Ubuntu with its package lists (apt-get update)"
    : false;

/** Debian's configuration with the links that its installation makes. */
function stockTree(t: TestContext): string {
  const cwd = folderWith(t, {});
  cpSync(join(folder ?? '', 'etc/apache2'), cwd, { recursive: true });
  const links = readFileSync('test/cli/debian-enabled.tsv', 'utf8').trim().split('\n');
  for (const link of links) {
    const [path = '', target = ''] = link.split('\t');
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    symlinkSync(target, join(cwd, path));
  }
  return cwd;
}

test("Debian's configuration has neither errors nor warnings", { skip }, (t) => {
  const cwd = stockTree(t);
  for (const args of [['apache2.conf'], ['.'], ['--root', 'apache2.conf', '--env', 'envvars']]) {
    const report = checkJson(args, { cwd });
    const wrong = { ...report, findings: report.findings.filter(({ severity }) => /error|warning/.test(severity)) };
    assert.deepEqual(inShort(wrong), [], args.join(' '));
    assert.ok(report.files > 30, `${args.join(' ')}: only ${String(report.files)} files`);
  }
});
