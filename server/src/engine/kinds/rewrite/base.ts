import type { Kind } from '../kind.ts';

/** The path of RewriteBase, which begins with a `/` (modules/mappers/mod_rewrite.c, `cmd_rewritebase`). */
export const rewriteBase: Kind = {
  id: 'rewrite-base',
  parse({ value: { text } }) {
    if (text === '' || text.startsWith('/')) return [];
    const right = /^[a-z][a-z\d+.-]*:\/\/[^/]*(\/.*)$/i.exec(text)?.[1] ?? `/${text}`;
    return [
      {
        span: { start: 0, end: text.length },
        role: 'text',
        problem: {
          code: 'keyword-value',
          message: `\`${text}\` does not begin with \`/\`.`,
          why: 'RewriteBase takes the path of an address as a browser sees it, and httpd refuses anything else.',
          repairs: [{ title: `Change to ${right}`, text: right, preferred: true }],
        },
      },
    ];
  },
  suggest: () => [{ text: '/', role: 'text' }],
};
