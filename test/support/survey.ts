import {
  EMPTY_SNAPSHOT,
  openFile,
  survey,
  withChange,
  type Settings,
  type Snapshot,
  type Survey,
} from '../../server/src/engine/engine.ts';
import type { Tree } from './tree.ts';

/** The files that are looked at although no main configuration reads them. */
const CLAIMED = /\.conf$|(^|\/)\.htaccess$/;

/** Main configurations by their names; one that only says where the server's root is may be part of another. */
const MAIN = /\/(httpd|apache2)\.conf$/;

/** Looks at a tree, as `htconf check` looks at a folder: at main configurations, and at what none of them reads. */
export function surveyTree({ files, folder }: Tree, settings: Settings): Survey {
  const opened = files.map(({ uri, text }) => openFile(uri, 0, text));
  const roots = opened.map(({ uri }) => uri).filter((uri) => MAIN.test(uri));
  const subjects = { roots, files: opened.map(({ uri }) => uri).filter((uri) => CLAIMED.test(uri)) };
  let snapshot: Snapshot = withChange(EMPTY_SNAPSHOT, { files: opened, settings });
  let seen = survey(snapshot, subjects);
  while (seen.wanted.folders.length > 0) {
    snapshot = withChange(snapshot, { folders: new Map(seen.wanted.folders.map((uri) => [uri, folder(uri)])) });
    seen = survey(snapshot, subjects, seen);
  }
  return seen;
}
