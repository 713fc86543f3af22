import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { publishedNow, type Published } from './published.ts';
import type { Session } from './session.ts';

/** Publishes what has changed since the last time. */
export type Publish = () => void;

/**
 * Publishes the findings of every file that is read: of open documents with their version, and of closed ones where there
 * are any. They go when nothing that is open has to do with the file any more.
 */
export function createPublish(session: Session, send: (result: PublishDiagnosticsParams) => void): Publish {
  let published: ReadonlyMap<string, Published> = new Map();
  return () => {
    const before = published;
    published = publishedNow(session, before);
    for (const [uri, one] of before) if (!published.has(uri) && isShown(one)) send({ uri, diagnostics: [] });
    for (const [uri, one] of published) if (isNews(before.get(uri), one)) send(paramsOf(uri, one));
  };
}

function isShown({ version, content }: Published): boolean {
  return version !== undefined || content.diagnostics.length > 0;
}

function isNews(before: Published | undefined, now: Published): boolean {
  if (before === now) return false;
  if (before?.version !== now.version) return true;
  return JSON.stringify(before?.content.diagnostics ?? []) !== JSON.stringify(now.content.diagnostics);
}

function paramsOf(uri: string, { version, content }: Published): PublishDiagnosticsParams {
  return { uri, diagnostics: [...content.diagnostics], ...(version !== undefined && { version }) };
}
