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

/** Parameters of `STATUS`. */
export interface Status {
  /** Of the document. */
  readonly uri: string;
  /** The main configurations that read it; none where it is judged alone. */
  readonly roots: readonly StatusRoot[];
  /** URIs of files in the workspace that may be main configurations. */
  readonly candidates: readonly string[];
}

export interface StatusRoot {
  readonly uri: string;
  /** How many files it reads, itself included. */
  readonly files: number;
}
