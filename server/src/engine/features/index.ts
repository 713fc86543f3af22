export { completion, completionDocumentation } from './completion.ts';
export { foldingRanges } from './folding.ts';
export { hover } from './hover.ts';
export type { CompletionData, CompletionItem } from './item.ts';
export { loadedModules, type LoadedModule } from './loadedModules.ts';
export { documentSymbols, type DocumentSymbol } from './symbols.ts';
