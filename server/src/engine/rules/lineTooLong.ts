import { utf8Length } from '../base/utf8.ts';
import { inRaw } from '../evaluation/directive.ts';
import { nameWord } from '../syntax/line.ts';
import type { Rule } from './rule.ts';

/** Bytes of a logical line, without its line end, that httpd still reads (httpd-config 1.1). */
const LONGEST = 16 * 1024 * 1024 - 1;
const LONGEST_IN_HTACCESS = 8191;

export const lineTooLong: Rule = {
  code: 'line-too-long',
  line(step) {
    const { source, place, line } = step;
    const limit = place.htaccess ? LONGEST_IN_HTACCESS : LONGEST;
    // No character takes more than three bytes for each of its UTF-16 units.
    if (source.raw.length * 3 <= limit || place.text) return [];
    const text = source.raw.replace(/\r?\n$/, '');
    if (utf8Length(text) <= limit) return [];
    return [
      {
        span: inRaw(step, nameWord(line.text.text)),
        always: true,
        message: `This line is longer than the ${place.htaccess ? '8,191 bytes' : '16 MiB'} that httpd reads${place.htaccess ? ' in `.htaccess`' : ''}.`,
        why: 'httpd gives up on the whole file.',
      },
    ];
  },
};
