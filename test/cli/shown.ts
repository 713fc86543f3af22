import type { FindingRow, Shown } from '../../server/src/cli/report/finding.ts';

/** A finding as reports get it, with some of its facts. */
export function shownOf(facts: Partial<FindingRow>): Shown {
  return {
    onlyDimmed: false,
    source: '\tListn 80',
    row: {
      ...{ file: 'httpd.conf', line: 3, column: 2, endLine: 3, endColumn: 7, offset: 9, endOffset: 14 },
      ...{ severity: 'error', code: 'unknown-directive', message: 'No.', why: 'Because.' },
      related: [{ file: 'a.conf', line: 1, column: 2, message: 'There.' }],
      fixes: [{ title: 'Change to Listen', safe: false, preferred: true, edits: [] }],
      ...facts,
    },
  };
}
