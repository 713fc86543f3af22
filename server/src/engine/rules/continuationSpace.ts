import { trimmedEnd } from '../base/blanks.ts';
import { replaceInLine } from './edits.ts';
import type { Rule } from './rule.ts';

/** `\` with blanks behind it at the end of a line: no continuation (httpd-config 1.1). */
export const continuationSpace: Rule = {
  code: 'continuation-space',
  line({ source, place }) {
    const { raw, form } = source;
    if (form === 'blank' || form === 'comment' || place.text || raw.includes('\0')) return [];
    const end = trimmedEnd(raw);
    const behind = raw.slice(end).replace(/\r?\n[^]*$/, '');
    if (raw[end - 1] !== '\\' || behind === '') return [];
    return [
      {
        span: { start: end - 1, end: end + behind.length },
        message: 'There are blanks behind the `\\`, so the line ends here.',
        why: 'httpd takes the `\\` as a word of this line, and the next line for a directive of its own.',
      },
    ];
  },
  fixes(context) {
    const { start, end } = context.span;
    const edits = [replaceInLine(context, { start: start + 1, end }, '')];
    return [{ title: 'Remove the blanks, so that the line goes on', safe: false, preferred: true, edits }];
  },
};
