import type { Ask } from '../base/ask.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { ownDirectiveKey } from '../kinds/world.ts';
import { headerOf } from '../syntax/line.ts';
import { replaceInLine } from './edits.ts';
import type { Rule } from './rule.ts';

/**
 * A comment that ends in `\` goes on in the next line (httpd-config 1.1). Only a line that begins as a directive does is
 * surely meant to be read: the others are the rest of something that was commented out.
 */
export const commentSwallowsLine: Rule = {
  code: 'comment-swallows-line',
  line({ source, place }, ask) {
    if (source.form !== 'comment' || !source.joined || place.text) return [];
    const found = [...source.raw.matchAll(/\\\r?\n([^\n]+)/g)].find(([, next = '']) => isDirective(next, ask));
    if (!found) return [];
    return [
      {
        span: { start: found.index, end: found.index + 1 },
        message: 'This comment ends in `\\`, so the next line belongs to it.',
        why: 'httpd does not read the next line.',
      },
    ];
  },
  fixes: (context) => [
    { title: 'Remove the \\', safe: false, preferred: true, edits: [replaceInLine(context, context.span, '')] },
  ],
};

function isDirective(text: string, ask: Ask): boolean {
  const { key } = headerOf(text);
  return entryOf(key) !== undefined || ask(ownDirectiveKey(key)) !== undefined || key.startsWith('</');
}
