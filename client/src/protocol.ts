/** What server and client say to each other beyond the protocol: the same names as in `server/src/lsp/protocol.ts`. */

/** The server tells under which main configuration a document is judged, whenever that has changed. */
export const STATUS = 'htconf/status';

/** Commands that add a name to `htconf.directives` and `htconf.modules`; arguments: name, URI of a document. */
export const DECLARE_DIRECTIVE = 'htconf.declareDirective';
export const DECLARE_MODULE = 'htconf.declareModule';

/** Parameters of `STATUS`. */
export interface Status {
  readonly uri: string;
  /** The main configurations that read the document; none where it is judged alone. */
  readonly roots: readonly StatusRoot[];
  /** URIs of files in the workspace that may be main configurations. */
  readonly candidates: readonly string[];
}

export interface StatusRoot {
  readonly uri: string;
  /** How many files it reads, itself included. */
  readonly files: number;
}

/** All that this client understands, told to the server when it starts. */
export const EXTRAS = [STATUS, DECLARE_DIRECTIVE, DECLARE_MODULE];
