import assert from 'node:assert/strict';
import {
  EMPTY_SNAPSHOT,
  evaluate,
  NO_SETTINGS,
  openFile,
  withChange,
  type Evaluation,
  type Settings,
  type Snapshot,
} from '../../server/src/engine/engine.ts';

/** Where the cursor is in a text of a test. */
export const CURSOR = '‸';

/** What a test says of the file that a text is; by default a loose fragment of which nothing is known. */
export interface TextOptions {
  readonly uri?: string;
  readonly settings?: Partial<Settings>;
  /** Lines that a chunk of the file has. */
  readonly chunkSize?: number;
}

/** A main configuration. */
export const ROOT: TextOptions = { uri: 'file:///etc/httpd/conf/httpd.conf' };

/** A text without its cursor mark, and where that was. */
export function splitAtCursor(marked: string): { text: string; offset: number } {
  const parts = marked.split(CURSOR);
  assert.equal(parts.length, 2, `there is one ${CURSOR} in a text`);
  return { text: parts.join(''), offset: (parts[0] ?? '').length };
}

export interface Evaluated {
  readonly snapshot: Snapshot;
  readonly evaluation: Evaluation;
}

export function evaluateText(
  text: string,
  { uri = 'file:///work/part.conf', settings, chunkSize }: TextOptions = {},
): Evaluated {
  const file = openFile(uri, 1, text, chunkSize);
  const snapshot = withChange(EMPTY_SNAPSHOT, { files: [file], settings: { ...NO_SETTINGS, ...settings } });
  return { snapshot, evaluation: evaluate(snapshot, file) };
}
