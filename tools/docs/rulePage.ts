import { readExamples, type Example } from './example.ts';

/** `docs/rules/CODE.md`: what a person reads about a code, and the examples that are its test. */
export interface RulePage {
  /** The code, as the title names it. */
  readonly title: string;
  /** The sentence below the title. */
  readonly sentence: string;
  readonly facts: PageFacts;
  /** Headings of the second level, in order. */
  readonly headings: readonly string[];
  readonly examples: readonly Example[];
}

/** The row of the table below the sentence, as it is written there. */
export interface PageFacts {
  readonly severity: string;
  readonly refusedAt: string;
  readonly fix: string;
}

export function readRulePage(text: string): RulePage {
  const lines = text.split('\n');
  const [severity = '', refusedAt = '', fix = ''] = cells(lines.filter((line) => line.startsWith('|'))[2] ?? '');
  return {
    title: headingsOf(lines, '# ')[0] ?? '',
    sentence: lines.slice(1).find((line) => line !== '') ?? '',
    facts: { severity, refusedAt, fix },
    headings: headingsOf(lines, '## '),
    examples: readExamples(text),
  };
}

function headingsOf(lines: readonly string[], mark: string): string[] {
  return lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length));
}

function cells(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
