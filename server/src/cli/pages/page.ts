/** `docs/rules/CODE.md`: what a person reads about a code. */
export interface Page {
  /** The code, as the title names it. */
  readonly title: string;
  /** The sentence below the title. */
  readonly sentence: string;
  readonly facts: PageFacts;
  /** What stands below each heading of the second level, in order. */
  readonly sections: readonly Section[];
}

/** The row of the table below the sentence, as it is written there. */
export interface PageFacts {
  readonly severity: string;
  readonly refusedAt: string;
  readonly fix: string;
}

interface Section {
  readonly heading: string;
  /** Markdown. */
  readonly text: string;
}

/** Reads a page; lines end with a line feed. */
export function readPage(text: string): Page {
  const [head = '', ...rest] = text.split(/^## /m);
  const lines = head.split('\n');
  const [severity = '', refusedAt = '', fix = ''] = cells(lines.filter((line) => line.startsWith('|'))[2] ?? '');
  return {
    title: (lines[0] ?? '').replace(/^# /, ''),
    sentence: lines.slice(1).find((line) => line !== '') ?? '',
    facts: { severity, refusedAt, fix },
    sections: rest.map(sectionOf),
  };
}

function sectionOf(text: string): Section {
  const [heading = ''] = text.split('\n', 1);
  return { heading, text: text.slice(heading.length).trim() };
}

function cells(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
