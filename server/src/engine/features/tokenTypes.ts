import type { PartRole } from '../kinds/kind.ts';

/**
 * Types of semantic tokens. Standard ones of LSP where one fits, which every editor has a colour for; those of regular
 * expressions are our own. `package.json` names the scopes that they stand for in VS Code.
 */
export type TokenType =
  | 'function'
  | 'class'
  | 'enumMember'
  | 'keyword'
  | 'namespace'
  | 'type'
  | 'variable'
  | 'property'
  | 'parameter'
  | 'method'
  | 'operator'
  | 'number'
  | 'regexp'
  | 'regexpGroup'
  | 'regexpClass'
  | 'regexpQuantifier'
  | 'regexpAnchor'
  | 'regexpEscape';

export type TokenModifier = 'deprecated';

/** The type of each role; what has none keeps the colour that the grammar gives. */
export const TYPE_OF_ROLE: Readonly<Record<PartRole, TokenType | undefined>> = {
  keyword: 'enumMember',
  method: 'enumMember',
  flag: 'keyword',
  directive: 'function',
  module: 'namespace',
  provider: 'type',
  'variable-name': 'variable',
  map: 'variable',
  'server-variable': 'property',
  reference: 'parameter',
  function: 'method',
  operator: 'operator',
  number: 'number',
  regex: 'regexp',
  group: 'regexpGroup',
  class: 'regexpClass',
  quantifier: 'regexpQuantifier',
  anchor: 'regexpAnchor',
  escape: 'regexpEscape',
  string: undefined,
  text: undefined,
  'module-file': undefined,
  file: undefined,
  url: undefined,
  host: undefined,
  header: undefined,
  environment: undefined,
  name: undefined,
};
