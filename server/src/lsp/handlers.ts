import {
  CodeActionRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type CompletionItem,
} from 'vscode-languageserver';
import { CODE_ACTION_KINDS } from './codeActionKinds.ts';
import { onDocument, type Handler } from './handler.ts';

/** Typing one of these asks for completions: they begin an argument, a tag, a closing tag, an option, a negation. */
const TRIGGER_CHARACTERS = [' ', '<', '/', '+', '-', '!'];

/**
 * All requests that the server answers. Its capabilities are made from this table, which therefore loads nothing else:
 * the catalogue is large, and an editor waits for `initialize`.
 */
export const HANDLERS: readonly Handler[] = [
  onDocument(
    CompletionRequest.type,
    { completionProvider: { triggerCharacters: TRIGGER_CHARACTERS, resolveProvider: true } },
    () => import('./completion.ts'),
  ),
  {
    method: CompletionResolveRequest.method,
    capability: {},
    answer: async (item) => (await import('./completionResolve.ts')).run(item as CompletionItem),
    empty: (item) => item,
  },
  onDocument(HoverRequest.type, { hoverProvider: true }, () => import('./hover.ts')),
  onDocument(DocumentSymbolRequest.type, { documentSymbolProvider: true }, () => import('./symbols.ts')),
  onDocument(FoldingRangeRequest.type, { foldingRangeProvider: true }, () => import('./folding.ts')),
  onDocument(
    CodeActionRequest.type,
    { codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] } },
    () => import('./codeActions.ts'),
  ),
  onDocument(DocumentFormattingRequest.type, { documentFormattingProvider: true }, () => import('./formatting.ts')),
  onDocument(
    DocumentRangeFormattingRequest.type,
    { documentRangeFormattingProvider: true },
    () => import('./formatting.ts'),
  ),
];
