import type { FoldingRange } from 'vscode-languageserver';
import { foldingRanges } from '../engine/engine.ts';
import type { View } from './session.ts';

export function run({ text, file }: View): FoldingRange[] {
  return foldingRanges(file).map(({ span, kind }) => ({
    startLine: text.positionAt(span.start).line,
    endLine: text.positionAt(span.end).line,
    ...(kind && { kind }),
  }));
}
