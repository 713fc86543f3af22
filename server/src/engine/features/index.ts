export { completion, completionDocumentation } from './completion.ts';
export { foldingRanges, type FoldingRange } from './folding.ts';
export { hover, type Hover } from './hover.ts';
export type { CompletionData, CompletionItem, CompletionKind } from './item.ts';
export { documentSymbols, type DocumentSymbol, type SymbolKind } from './symbols.ts';
