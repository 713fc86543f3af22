import type {
  DidChangeTextDocumentParams,
  PublishDiagnosticsParams,
  TextDocumentIdentifier,
  TextDocumentItem,
} from 'vscode-languageserver';
import { createConfiguration } from './configuration.ts';
import { createDiagnostics } from './diagnostics.ts';
import { createSession, type View } from './session.ts';

/** What the documents need of the world. */
export interface DocumentPorts {
  publish(result: PublishDiagnosticsParams): void;
  /** Our section of the configuration for each document, in their order. */
  sections(uris: readonly string[]): Promise<readonly unknown[]>;
  warn(sentence: string): void;
  /** Something went wrong that is a fault of htconf. */
  failed(what: string, error: unknown): void;
}

/** The open documents, with their settings and findings. Everything that needs the engine stands behind this. */
export interface Documents {
  open(item: TextDocumentItem): void;
  change(params: DidChangeTextDocumentParams): void;
  close(document: TextDocumentIdentifier): void;
  /** The settings of all of them may have changed. */
  reconfigure(): void;
  /** A document when its settings are known. */
  view(uri: string): Promise<View | undefined>;
}

export function createDocuments(ports: DocumentPorts): Documents {
  const session = createSession();
  const diagnostics = createDiagnostics(session, {
    publish: (result) => ports.publish(result),
    failed: (error) => ports.failed('The findings could not be made', error),
  });
  const configuration = createConfiguration({
    sections: (uris) => ports.sections(uris),
    log: (sentence) => ports.warn(sentence),
    apply: (uri, settings) => {
      session.configure(uri, settings);
      diagnostics.refresh(uri);
    },
  });
  return {
    open: (item) => {
      session.open(item);
      configuration.pull([item.uri]);
    },
    change: ({ textDocument: { uri, version }, contentChanges }) => {
      session.change(uri, version, contentChanges);
      diagnostics.refresh(uri);
    },
    close: ({ uri }) => {
      session.close(uri);
      diagnostics.clear(uri);
    },
    reconfigure: () => configuration.pull(session.uris()),
    view: async (uri) => {
      await configuration.settled(uri);
      return session.view(uri);
    },
  };
}
