import { isWholeAddress } from '../base/address.ts';
import { inRaw } from '../evaluation/directive.ts';
import type { Rule } from './rule.ts';

/** A whole address for 401, of which httpd makes no use (httpd-config 8.8). */
export const errorDocument: Rule = {
  code: 'error-document',
  keys: ['errordocument'],
  directive({ words, step }) {
    const [status, document] = words;
    if (!status || !document || status.hole || document.hole) return [];
    if (parseInt(status.value.text, 10) !== 401 || !isWholeAddress(document.value.text)) return [];
    return [
      {
        span: inRaw(step, document.span),
        message: 'A whole address cannot be the answer to 401.',
        why: 'The browser would be sent elsewhere before it asks for a password, so httpd ignores the line. A path of this server, which begins with `/`, works.',
      },
    ];
  },
};
