/**
 * What server and client say to each other beyond the protocol. A client names what it understands in the field `extras`
 * of its `initializationOptions`; the client of VS Code has the same names in `client/src/protocol.ts`.
 */

/** The server tells under which main configuration a document is judged, whenever that has changed. */
export const STATUS = 'htconf/status';

/** Commands of the client that add a name to `htconf.directives` and `htconf.modules`; arguments: name, URI of a document. */
export const DECLARE_DIRECTIVE = 'htconf.declareDirective';
export const DECLARE_MODULE = 'htconf.declareModule';

/** The client hands over a file, and what a folder holds; parameters and results stand in `hosts/clientFileSystem.ts`. */
export const READ_FILE = 'htconf/readFile';
export const READ_DIRECTORY = 'htconf/readDirectory';

/** Command of the client that inserts a snippet; arguments: URI of a document, its version, a position, the snippet. */
export const INSERT_SNIPPET = 'htconf.insertSnippet';

/**
 * The client asks, when a `>` was typed, for the snippet with the closing tag that is due there, null where none is; the
 * parameters are a versioned document and the position behind the `>`.
 */
export const CLOSING_TAG = 'htconf/closingTag';

/**
 * The client asks for the edits after which a document says in its context comment where it is included, null where that
 * cannot be said; the parameters are `ContextParams`.
 */
export const CONTEXT_EDITS = 'htconf/contextEdits';

/** Parameters of `CONTEXT_EDITS`: what is not named stays as it is. */
export interface ContextParams {
  readonly textDocument: { readonly uri: string };
  /** `server`, `vhost`, `directory` or `htaccess`; null where nothing is to be said. */
  readonly context?: string | null;
  /** URI of the main configuration. */
  readonly root?: string;
}

/**
 * The client asks whose configuration a text is, which may be the beginning of one; the parameters are `RecogniseParams`,
 * the answer is `httpd`, `nginx`, or null where that is not sure.
 */
export const RECOGNISE = 'htconf/recognise';

/** Parameters of `RECOGNISE`. */
export interface RecogniseParams {
  readonly text: string;
}

/** Parameters of `STATUS`. */
export interface Status {
  /** Of the document. */
  readonly uri: string;
  /** The main configurations that read it; none where it is judged alone. */
  readonly roots: readonly StatusRoot[];
  /** URIs of files in the workspace that may be main configurations. */
  readonly candidates: readonly string[];
  /** What its comment says of where it is included, where no main configuration reads it. */
  readonly context?: string;
  /** The release of httpd that the settings name; none where any may read it. */
  readonly httpdVersion?: string;
}

export interface StatusRoot {
  readonly uri: string;
  /** How many files it reads, itself included. */
  readonly files: number;
}
