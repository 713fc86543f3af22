import { inRaw } from '../evaluation/directive.ts';
import type { Rule } from './rule.ts';

/** `Error` stops httpd where it is read (httpd-config 3.4). */
export const errorDirective: Rule = {
  code: 'error-directive',
  keys: ['error'],
  directive({ step, name }) {
    return [
      {
        span: inRaw(step, name),
        message: '`Error` stops httpd here.',
        why: 'httpd shows the text of this line, and reads no further.',
      },
    ];
  },
};
