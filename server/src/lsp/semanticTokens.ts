import {
  SemanticTokensBuilder,
  type SemanticTokens,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { semanticTokens } from '../engine/engine.ts';
import { toSpan } from './convert.ts';
import type { View } from './session.ts';
import { MODIFIERS, TYPES } from './tokenLegend.ts';

/** The tokens of a document, or of the lines that a range touches. */
export function run(
  { text, evaluation }: View,
  params: SemanticTokensParams | SemanticTokensRangeParams,
): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  const range = 'range' in params ? toSpan(text, params.range) : undefined;
  for (const { span, type, modifier } of semanticTokens(evaluation, range)) {
    const { line, character } = text.positionAt(span.start);
    builder.push(line, character, span.end - span.start, TYPES[type], modifier ? MODIFIERS[modifier] : 0);
  }
  return builder.build();
}
