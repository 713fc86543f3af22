import type { SemanticTokensLegend } from 'vscode-languageserver';
import type { TokenModifier, TokenType } from '../engine/engine.ts';

/** The number of each type in what is sent. */
export const TYPES: Readonly<Record<TokenType, number>> = {
  function: 0,
  class: 1,
  enumMember: 2,
  keyword: 3,
  namespace: 4,
  type: 5,
  variable: 6,
  property: 7,
  parameter: 8,
  method: 9,
  operator: 10,
  number: 11,
  regexp: 12,
  regexpGroup: 13,
  regexpClass: 14,
  regexpQuantifier: 15,
  regexpAnchor: 16,
  regexpEscape: 17,
};

/** The bit of each modifier. */
export const MODIFIERS: Readonly<Record<TokenModifier, number>> = { deprecated: 1 };

export const LEGEND: SemanticTokensLegend = {
  tokenTypes: Object.keys(TYPES),
  tokenModifiers: Object.keys(MODIFIERS),
};
