import { readSettings, type DocumentSettings } from './settings.ts';

/** Where settings come from and go to. */
export interface ConfigurationPorts {
  /** The section `htconf` for each document, in their order; whatever the editor has there. */
  sections(uris: readonly string[]): Promise<readonly unknown[]>;
  /** URI of the folder that relative paths in the settings of a document are below. */
  folderOf(uri: string): string;
  apply(uri: string, settings: DocumentSettings): void;
  log(sentence: string): void;
}

export interface Configuration {
  /** Asks for the settings of documents that are new, or of all of them after a change. */
  pull(uris: readonly string[]): void;
  /** Resolves when nothing is asked for this document that was not answered. */
  settled(uri: string): Promise<void>;
}

/** Asks for settings and applies what comes; an answer that was overtaken by a later question is dropped. */
export function createConfiguration(ports: ConfigurationPorts): Configuration {
  const pending = new Map<string, Promise<void>>();
  const said = new Set<string>();

  return {
    pull: (uris) => {
      const asked = ports.sections(uris).catch((error: unknown) => {
        ports.log(`The editor did not tell the settings (${String(error)}): those of htconf itself are used.`);
        return [];
      });
      const done = asked.then((sections) => uris.forEach((uri, index) => take(uri, sections[index], done)));
      for (const uri of uris) pending.set(uri, done);
    },
    settled: async (uri) => {
      for (let last = pending.get(uri); last; last = pending.get(uri)) await last;
    },
  };

  function take(uri: string, section: unknown, asked: Promise<void>): void {
    if (pending.get(uri) !== asked) return;
    pending.delete(uri);
    ports.apply(uri, readSettings(section, logOnce, ports.folderOf(uri)));
  }

  /** Each document is asked for, and each is told the same. */
  function logOnce(sentence: string): void {
    if (said.has(sentence)) return;
    said.add(sentence);
    ports.log(sentence);
  }
}
