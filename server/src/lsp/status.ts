import { contextComment, isMain, mainConfigurationOf } from '../engine/engine.ts';
import type { Look } from './look.ts';
import type { OpenDocument } from './openDocument.ts';
import type { Status } from './protocol.ts';
import type { Session } from './session.ts';

/** Tells for each open document under which main configurations it is judged, where that is not what was told before. */
export function createStatus(session: Session, send: (status: Status) => void): () => void {
  let told: ReadonlyMap<string, string> = new Map();
  return () => {
    const before = told;
    const all = [...session.look().open].filter(([, { settings }]) => settings).map((one) => statusOf(session, ...one));
    told = new Map(all.map((status) => [status.uri, JSON.stringify(status)]));
    for (const status of all) if (before.get(status.uri) !== told.get(status.uri)) send(status);
  };
}

function statusOf(session: Session, uri: string, { text, file, settings }: OpenDocument): Status {
  const { survey, candidates }: Look = session.look();
  const shown = (other: string): string => session.texts(other)?.text.uri ?? other;
  const readers = survey.readers.get(uri) ?? [];
  const roots = readers.map((one) => mainConfigurationOf(one) ?? one).filter(isMain);
  const context = roots.length === 0 && file ? contextComment(file) : undefined;
  const httpdVersion = settings?.engine.httpdVersion;
  return {
    uri: text.uri,
    roots: roots.map(({ file, files }) => ({ uri: shown(file.uri), files: files.size })),
    candidates: (candidates.get(uri) ?? []).map(shown),
    ...(context && { context }),
    ...(httpdVersion !== undefined && { httpdVersion }),
  };
}
