import type { Rule } from './rule.ts';

/** A block whose condition does not hold: httpd skips it. */
export const deadBranch: Rule = {
  code: 'dead-branch',
  line({ line, condition, place, source }) {
    if (line.form !== 'open' || condition !== 'no' || place.truth === 'no') return [];
    const start = source.raw.length - source.raw.trimStart().length;
    return [
      {
        span: { start, end: source.raw.trimEnd().length },
        block: true,
        message: 'httpd does not read this block: its condition does not hold here.',
      },
    ];
  },
};
