import { expression } from './expression/index.ts';
import type { Kind } from './kind.ts';

/** The older form, `VAR`, `VAR=text` and their opposites, which mod_proxy_html turns into a condition itself. */
const OLD = /^!?\w+(?:=.*)?$/;

/** The condition of ProxyHTMLURLMap. */
export const linkCondition: Kind = {
  id: 'link-condition',
  parse: (word, ask) => (OLD.test(word.value.text) ? [] : expression.parse(word, ask)),
  suggest: (parts, offset, ask, text) => expression.suggest(parts, offset, ask, text),
};
