import { replaceInLine } from './edits.ts';
import type { Rule } from './rule.ts';

/** A comment that ends in `\` goes on in the next line (httpd-config 1.1). */
export const commentSwallowsLine: Rule = {
  code: 'comment-swallows-line',
  line({ source, place }) {
    if (source.form !== 'comment' || !source.joined || place.text) return [];
    const match = /\\\r?\n[^\S\n]*[^\s#]/.exec(source.raw);
    if (!match) return [];
    return [
      {
        span: { start: match.index, end: match.index + 1 },
        message: 'This comment ends in `\\`, so the next line belongs to it.',
        why: 'httpd does not read the next line.',
      },
    ];
  },
  fixes: (context) => [
    { title: 'Remove the \\', safe: false, preferred: true, edits: [replaceInLine(context, context.span, '')] },
  ],
};
