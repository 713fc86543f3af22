import type { Kind } from '../kind.ts';
import { regexParts } from './parts.ts';

/** A regular expression (httpd-config 8.1). */
export const regex: Kind = kind('regex', () => false);

/**
 * The pattern of SetEnvIf and its kin: without a sign that means something it is text, in which `\` only protects such a
 * sign or nothing (modules/metadata/mod_setenvif.c, `non_regex_pattern`).
 */
export const textOrRegex: Kind = kind('text-or-regex', (text) => {
  const bare = text.replace(/\\[\\^.$|()[\]*+?{}]/g, '').replace(/\\$/, '');
  return !/[\\^.$|()[\]*+?{}]/.test(bare);
});

/** What SetEnvIf looks at: the name of a header or of something else, where it could be one, else a regular expression. */
export const nameOrRegex: Kind = kind('name-or-regex', (text) => /^[-A-Za-z0-9_]*$/.test(text));

/** The first word of ProxyPassMatch: in `<Location>` it is the URL already, which nobody compiles. */
export const regexOrUrl: Kind = kind('regex-or-url', (text) => text === '!' || /^[a-z][-+.a-z0-9]*:/i.test(text));

function kind(id: string, isText: (text: string) => boolean): Kind {
  return {
    id,
    parse({ value }, ask) {
      if (!isText(value.text)) return regexParts(value, ask);
      return [{ span: { start: 0, end: value.text.length }, role: 'text' }];
    },
    suggest: () => [],
  };
}
