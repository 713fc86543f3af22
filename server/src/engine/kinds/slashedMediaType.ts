import type { Kind } from './kind.ts';
import { namedKind } from './named.ts';

const mediaType = namedKind('media-type');

/** A media type of which httpd wants to see the slash (modules/metadata/mod_expires.c, `set_expiresbytype`). */
export const slashedMediaType: Kind = {
  id: 'slashed-media-type',
  parse(word, ask) {
    const { text } = word.value;
    if (text.includes('/')) return mediaType.parse(word, ask);
    return [{ span: { start: 0, end: text.length }, role: 'name', problem: problem(text) }];
  },
  suggest: (...where) => mediaType.suggest(...where),
};

function problem(text: string) {
  return {
    code: 'media-type',
    message: `\`${text}\` is no media type: it has no slash.`,
    why: 'httpd refuses the line. A media type looks like `text/html`; all texts are `text/*`.',
  };
}
