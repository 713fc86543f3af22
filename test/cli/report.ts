import assert from 'node:assert/strict';
import type { FindingRow } from '../../server/src/cli/report/finding.ts';
import { htconf, type RunOptions } from './command.ts';

export interface Report {
  readonly version: number;
  readonly files: number;
  readonly findings: readonly FindingRow[];
}

/** What `htconf check --format json` says. */
export function checkJson(args: readonly string[], options: RunOptions): Report {
  const { stdout, stderr } = htconf(['check', '--format', 'json', ...args], options);
  assert.equal(stderr, '');
  return JSON.parse(stdout) as Report;
}

/** Each finding in short: `httpd.conf:1:1 error unknown-directive`. */
export function inShort(report: Report): string[] {
  return report.findings.map(
    (row) => `${row.file}:${String(row.line)}:${String(row.column)} ${row.severity} ${row.code}`,
  );
}
