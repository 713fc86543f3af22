import type { Kind, Part } from './kind.ts';

/** The address of an icon, or `(ALT,address)` (modules/generators/mod_autoindex.c, `add_icon`). */
export const icon: Kind = {
  id: 'icon',
  parse: ({ value: { text } }) => (text === '' ? [] : [partOf(text)]),
  suggest: () => [],
};

function partOf(text: string): Part {
  const isOpen = text.startsWith('(') && !text.includes(')');
  return { span: { start: 0, end: text.length }, role: 'url', ...(isOpen && { problem: problemOf(text) }) };
}

function problemOf(text: string) {
  return {
    code: 'keyword-value',
    message: `The \`(\` before \`${text.slice(1)}\` is never closed.`,
    why: 'With a bracket in front, httpd takes a text and an icon, `(TEXT,/icon.gif)`. Without its end it refuses the line.',
    repairs: [{ title: 'Close the bracket', text: `${text})`, preferred: true }],
  };
}
