import { utf8Length } from '../base/utf8.ts';
import { inRaw } from '../evaluation/directive.ts';
import type { Place } from '../evaluation/place.ts';
import { nameWord, textOf } from '../syntax/line.ts';
import type { Rule } from './rule.ts';

/** How many bytes of a logical line, without its line end, httpd still reads (httpd-config 1.1), and how that is said. */
interface Limit {
  readonly bytes: number;
  readonly message: string;
  readonly why: string;
}

const GIVES_UP = 'httpd gives up on the whole file.';

const USUAL: Limit = {
  bytes: 16 * 1024 * 1024 - 1,
  message: 'This line is longer than the 16 MiB that httpd reads.',
  why: GIVES_UP,
};

const IN_HTACCESS: Limit = {
  bytes: 8191,
  message: 'This line is longer than the 8,191 bytes that httpd reads in `.htaccess`.',
  why: GIVES_UP,
};

const IN_MACRO: Limit = {
  bytes: 8190,
  message: 'This line is longer than the 8,190 bytes that httpd reads of a line in a macro.',
  why: 'httpd stops reading here, does not find the end of the macro, and refuses it.',
};

export const lineTooLong: Rule = {
  code: 'line-too-long',
  line(step) {
    const { source, place, line } = step;
    if (step.use?.fault === 'long') return [{ span: inRaw(step, nameWord(line.text.text)), ...IN_USE }];
    const limit = limitIn(place);
    // No character takes more than three bytes for each of its UTF-16 units.
    if (!limit || source.raw.length * 3 <= limit.bytes) return [];
    if (utf8Length(textOf(source).text) <= limit.bytes) return [];
    const { message, why } = limit;
    return [{ span: inRaw(step, nameWord(line.text.text)), always: true, message, why }];
  },
};

const IN_USE = {
  message: 'With these values, a line of the macro is longer than the 8,192 bytes that httpd has room for.',
  why: 'httpd refuses it.',
};

/** Nobody counts in what httpd hands on to a language. */
function limitIn({ text, section, htaccess, truth }: Place): Limit | undefined {
  if (text) return section === '<macro' && truth !== 'no' ? IN_MACRO : undefined;
  return htaccess ? IN_HTACCESS : USUAL;
}
