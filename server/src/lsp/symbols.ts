import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { documentSymbols, type DocumentSymbol as Symbol } from '../engine/engine.ts';
import { toRange } from './convert.ts';
import type { View } from './session.ts';

export function run({ text, file }: View): DocumentSymbol[] {
  return documentSymbols(file).map((symbol) => toSymbol(text, symbol));
}

function toSymbol(text: TextDocument, { name, detail, kind, span, selectionSpan, children }: Symbol): DocumentSymbol {
  return {
    name,
    kind: SymbolKind[kind],
    range: toRange(text, span),
    selectionRange: toRange(text, selectionSpan),
    children: children.map((child) => toSymbol(text, child)),
    ...(detail !== undefined && { detail }),
  };
}
