import {
  ErrorCodes,
  Position,
  Range,
  ResponseError,
  type ClientCapabilities,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { View } from './session.ts';

/** One request that the server answers. */
export interface Handler {
  readonly method: string;
  /** What the server says of itself because of it. */
  readonly capability: Partial<ServerCapabilities>;
  answer(params: unknown, surroundings: Surroundings): Promise<unknown>;
  /** The answer where there is nothing to say. */
  empty(params: unknown): unknown;
}

/** What a handler may know of the world. */
export interface Surroundings {
  /** The document when all is known of it that was asked for; fails where the request was cancelled meanwhile. */
  readonly view: (uri: string) => Promise<View | undefined>;
  readonly client: Client;
}

export interface Client {
  readonly capabilities: () => ClientCapabilities;
  /** Whether it understands one of the names of `protocol.ts`. */
  readonly understands: (extra: string) => boolean;
  /** Shows a sentence to the person in front of the editor. */
  readonly warn: (sentence: string) => void;
}

/** The type of a request of the protocol: `P` are its parameters, `R` is its result. */
export interface RequestOf<P, R> {
  readonly method: string;
  readonly _: readonly [P, R, unknown, unknown] | undefined;
}

interface OfDocument {
  readonly textDocument: TextDocumentIdentifier;
  readonly position?: Position;
  readonly positions?: readonly Position[];
  readonly range?: Range;
}

/** The file that answers one request about a document. */
interface Feature<P, R> {
  run(view: View, params: P, client: Client): R;
}

/** A request about a document; its feature is loaded when it is first asked for. */
export function onDocument<P extends OfDocument, R>(
  { method }: RequestOf<P, R>,
  capability: Partial<ServerCapabilities>,
  load: () => Promise<Feature<P, R>>,
): Handler {
  return {
    method,
    capability,
    empty: () => null,
    answer: async (params, { view, client }) => {
      if (!isOfDocument(params))
        throw new ResponseError(ErrorCodes.InvalidParams, `The parameters of ${method} are malformed.`);
      const feature = await load();
      const document = await view(params.textDocument.uri);
      return document ? feature.run(document, params as P, client) : null;
    },
  };
}

/** A document is named; positions and ranges, where there are some, are that. */
function isOfDocument(params: unknown): params is OfDocument {
  const given = (params ?? {}) as Partial<Readonly<Record<keyof OfDocument, unknown>>>;
  const { textDocument, position, positions, range } = given;
  const isNamed = typeof (textDocument as Partial<TextDocumentIdentifier> | undefined)?.uri === 'string';
  const arePositions = positions === undefined || (Array.isArray(positions) && positions.every(Position.is));
  const isPlace = (position === undefined || Position.is(position)) && (range === undefined || Range.is(range));
  return isNamed && arePositions && isPlace;
}
