import type { Shown } from './finding.ts';

/** One object, for programs. */
export function jsonReport(files: number, shown: readonly Shown[]): string {
  return `${JSON.stringify({ version: 1, files, findings: shown.map(({ row }) => row) })}\n`;
}
