import {
  CodeActionRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  LinkedEditingRangeRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
  type CompletionItem,
  type TextEdit,
} from 'vscode-languageserver';
import { CODE_ACTION_KINDS } from './codeActionKinds.ts';
import { onDocument, type Handler, type RequestOf } from './handler.ts';
import { CLOSING_TAG, CONTEXT_EDITS, RECOGNISE, type ContextParams } from './protocol.ts';
import type { ClosingTagParams } from './closingTag.ts';
import { LEGEND } from './tokenLegend.ts';

/** Those of our own. */
const CLOSING_TAG_REQUEST: RequestOf<ClosingTagParams, string | null> = { method: CLOSING_TAG, _: undefined };
const CONTEXT_REQUEST: RequestOf<ContextParams, TextEdit[] | null> = { method: CONTEXT_EDITS, _: undefined };

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
  onDocument(
    SignatureHelpRequest.type,
    { signatureHelpProvider: { triggerCharacters: [' '], retriggerCharacters: [' '] } },
    () => import('./signatureHelp.ts'),
  ),
  onDocument(
    SemanticTokensRequest.type,
    { semanticTokensProvider: { legend: LEGEND, full: true, range: true } },
    () => import('./semanticTokens.ts'),
  ),
  onDocument(SemanticTokensRangeRequest.type, {}, () => import('./semanticTokens.ts')),
  onDocument(DocumentSymbolRequest.type, { documentSymbolProvider: true }, () => import('./symbols.ts')),
  onDocument(FoldingRangeRequest.type, { foldingRangeProvider: true }, () => import('./folding.ts')),
  onDocument(
    DocumentHighlightRequest.type,
    { documentHighlightProvider: true },
    () => import('./documentHighlight.ts'),
  ),
  onDocument(LinkedEditingRangeRequest.type, { linkedEditingRangeProvider: true }, () => import('./linkedEditing.ts')),
  onDocument(SelectionRangeRequest.type, { selectionRangeProvider: true }, () => import('./selectionRange.ts')),
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
  onDocument(
    DocumentOnTypeFormattingRequest.type,
    { documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: ['>'] } },
    () => import('./onTypeFormatting.ts'),
  ),
  onDocument(CLOSING_TAG_REQUEST, {}, () => import('./closingTag.ts')),
  {
    method: RECOGNISE,
    capability: {},
    answer: async (params) => (await import('./recognise.ts')).run(params),
    empty: () => null,
  },
  onDocument(CONTEXT_REQUEST, {}, () => import('./contextEdits.ts')),
];
