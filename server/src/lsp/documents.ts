import type {
  DidChangeTextDocumentParams,
  FileEvent,
  TextDocumentIdentifier,
  TextDocumentItem,
} from 'vscode-languageserver';
import { parentUri } from '../engine/engine.ts';
import { createConfiguration } from './configuration.ts';
import { createCycle, type CyclePorts } from './cycle.ts';
import { createSession, type View } from './session.ts';
import { canonicalFolder, canonicalUri, folderOf } from './uris.ts';
import { isChangedBy } from './watching.ts';

/** What the documents need of the world. */
export interface DocumentPorts extends CyclePorts {
  /** Our section of the configuration for each document, in their order. */
  sections(uris: readonly string[]): Promise<readonly unknown[]>;
  warn(sentence: string): void;
}

/** The open documents and all that they are part of, with their settings and findings. The engine stands behind this. */
export interface Documents {
  open(item: TextDocumentItem): void;
  change(params: DidChangeTextDocumentParams): void;
  save(): void;
  close(document: TextDocumentIdentifier): void;
  /** Files and folders have changed on disk. */
  changedOnDisk(events: readonly FileEvent[]): void;
  setWorkspaceFolders(uris: readonly string[]): void;
  /** The settings of all of them may have changed. */
  reconfigure(): void;
  /** A document when its settings are known, and what it includes was read. */
  view(uri: string): Promise<View | undefined>;
}

export function createDocuments(ports: DocumentPorts): Documents {
  const session = createSession();
  const { refresh, settled, expire } = createCycle(session, ports);
  const configuration = createConfiguration({
    sections: (uris) => ports.sections(uris),
    folderOf: (uri) => folderOf(canonicalUri(uri), session.workspaceFolders()) ?? parentUri(canonicalUri(uri)),
    log: (sentence) => ports.warn(sentence),
    apply: (uri, settings) => {
      session.configure(uri, settings);
      refresh();
    },
  });
  /** Where nobody tells what changes on disk, it is looked at again when something happens. */
  const readAgain = (): void => {
    if (!ports.watch.isPossible()) expire(() => true);
  };

  return {
    open: (item) => {
      readAgain();
      session.open(item);
      configuration.pull([item.uri]);
    },
    change: ({ textDocument: { uri, version }, contentChanges }) => {
      session.change(uri, version, contentChanges);
      refresh();
    },
    save: () => {
      readAgain();
      refresh();
    },
    close: ({ uri }) => {
      session.close(uri);
      refresh();
    },
    changedOnDisk: (events) => {
      expire((uri) => isChangedBy(events, uri));
      refresh();
    },
    setWorkspaceFolders: (uris) => {
      session.setWorkspaceFolders(uris.map(canonicalFolder));
      configuration.pull(session.uris());
    },
    reconfigure: () => configuration.pull(session.uris()),
    view: async (uri) => {
      await configuration.settled(uri);
      await settled();
      return session.view(uri);
    },
  };
}
