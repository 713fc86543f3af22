import type { Edit, Span } from '../base/span.ts';

/** One thing to choose from in a list of completions. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail?: string;
  readonly deprecated?: boolean;
  /** The list is in the order of these. */
  readonly sortText: string;
  /** What is compared with the text between the start of `span` and the cursor. */
  readonly filterText: string;
  /** Takes the place of `span`. */
  readonly insertText: string;
  /** `insertText` is a snippet in the syntax of LSP. */
  readonly snippet: boolean;
  /** In offsets of the file; it lies in one physical line and holds the cursor. */
  readonly span: Span;
  /** Made together with the insertion; apart from `span`. */
  readonly additionalEdits?: readonly Edit[];
  /** Handed to `completionDocumentation` when somebody looks at the item. */
  readonly data?: CompletionData;
}

/** Names of LSP's CompletionItemKind. */
export type CompletionKind =
  | 'Property'
  | 'Class'
  | 'Module'
  | 'File'
  | 'Keyword'
  | 'EnumMember'
  | 'Operator'
  | 'Variable'
  | 'Function'
  | 'Snippet';

/** What an item is about: a key of the catalogue, a module identifier, or the name of a snippet. */
export type CompletionData = { readonly entry: string } | { readonly module: string } | { readonly snippet: string };
