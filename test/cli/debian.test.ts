import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkJson, inShort } from './report.ts';
import { stockTree, stockTreeMissing } from './stockTree.ts';

test("Debian's configuration has neither errors nor warnings", { skip: stockTreeMissing }, (t) => {
  const cwd = stockTree(t);
  for (const args of [['apache2.conf'], ['.'], ['--root', 'apache2.conf', '--env', 'envvars']]) {
    const report = checkJson(args, { cwd });
    const wrong = { ...report, findings: report.findings.filter(({ severity }) => /error|warning/.test(severity)) };
    assert.deepEqual(inShort(wrong), [], args.join(' '));
    assert.ok(report.files > 30, `${args.join(' ')}: only ${String(report.files)} files`);
  }
});
