import { expressionString } from './expression/index.ts';
import type { Kind } from './kind.ts';

const document = expressionString('ErrorDocument');

/** What `ErrorDocument 401` answers with: httpd ignores a whole address there, and does not read it (httpd-config 8.8). */
export const unauthorizedDocument: Kind = {
  id: 'unauthorized-document',
  parse: (word, ask) => (/^[a-z\d+.-]+:\/\//i.test(word.value.text) ? [] : document.parse(word, ask)),
  suggest: (parts, offset, ask, text) => document.suggest(parts, offset, ask, text),
};
