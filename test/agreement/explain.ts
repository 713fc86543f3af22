import type { Expected } from './compare.ts';
import type { Compared } from './compared.ts';

/** One line for each case that does not agree: the outcome, what httpd says, the errors that were found. */
export function explain(compared: readonly Compared[]): string {
  return [
    'What disagrees with httpd is not what known.json lists. Take off what agrees now; mend what is new.',
    ...compared.filter(({ outcome }) => outcome !== 'agrees').map(describe),
  ].join('\n');
}

function describe({ case: { id }, expected, outcome, findings }: Compared): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const found = errors.map(({ line, code, refusedAt }) => `${code} on line ${line} (${refusedAt})`);
  return `${id}: ${outcome}; httpd ${verdictWords(expected)}; found: ${found.join(', ') || 'no error'}`;
}

function verdictWords({ refusedAt, lines }: Expected): string {
  if (refusedAt === undefined) return 'accepts it';
  const where = lines.length > 0 ? `line ${lines.join(' or ')}` : 'it and names no line of it';
  return `refuses ${where} (${refusedAt})`;
}
