export { completion, completionDocumentation } from './completion.ts';
export { explainedNamesLike, explainName } from './explain.ts';
export { foldingRanges } from './folding.ts';
export { hover } from './hover.ts';
export type { CompletionData, CompletionItem } from './item.ts';
export { loadedModules, type LoadedModule } from './loadedModules.ts';
export { virtualHosts, type ListedAddress, type ListedHost } from './virtualHosts.ts';
export { documentSymbols, type DocumentSymbol } from './symbols.ts';
