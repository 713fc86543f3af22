import type { Problem } from './kind.ts';
import { wholeWord } from './wholeWord.ts';

/** The address of an icon, or `(ALT,address)` (modules/generators/mod_autoindex.c, `add_icon`). */
export const icon = wholeWord('icon', 'url', (text) =>
  text.startsWith('(') && !text.includes(')') ? notClosed(text) : undefined,
);

function notClosed(text: string): Problem {
  return {
    code: 'keyword-value',
    message: `The \`(\` before \`${text.slice(1)}\` is never closed.`,
    why: 'With a bracket in front, httpd takes a text and an icon, `(TEXT,/icon.gif)`. Without its end it refuses the line.',
    repairs: [{ title: 'Close the bracket', text: `${text})`, preferred: true }],
  };
}
