import type { FindingRow } from './finding.ts';

/** One object, for programs. */
export function jsonReport(files: number, findings: readonly FindingRow[]): string {
  return `${JSON.stringify({ version: 1, files, findings })}\n`;
}
