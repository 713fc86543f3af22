import type { Judged } from './judge.ts';

/** One line for each case that does not agree: the outcome, what httpd says, the errors that were found. */
export function explain(judged: readonly Judged[]): string {
  return [
    'What disagrees with httpd is not what known.json lists. Take off what agrees now; mend what is new.',
    ...judged.filter(({ outcome }) => outcome !== 'agrees').map(describe),
  ].join('\n');
}

function describe({ case: { id, verdict }, outcome, findings }: Judged): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const found = errors.map(({ line, code, refusedAt }) => `${code} on line ${line} (${refusedAt})`);
  return `${id}: ${outcome}; httpd ${describeVerdict(verdict)}; found: ${found.join(', ') || 'no error'}`;
}

function describeVerdict({ refusedAt, lines }: Judged['case']['verdict']): string {
  if (refusedAt === undefined) return 'accepts it';
  return lines.length > 0 ? `refuses line ${lines.join(' or ')}` : 'refuses it and names no line';
}
