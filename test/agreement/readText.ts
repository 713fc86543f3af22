import { readFileSync } from 'node:fs';

/** The text of a configuration file, and how its bytes were read. */
export interface FileText {
  readonly text: string;
  readonly encoding: 'utf8' | 'latin1';
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a configuration file: Latin-1 where it is not valid UTF-8. A byte order mark stays, as httpd sees it. */
export function readFileText(path: string): FileText {
  const bytes = readFileSync(path);
  try {
    return { text: utf8.decode(bytes), encoding: 'utf8' };
  } catch {
    return { text: bytes.toString('latin1'), encoding: 'latin1' };
  }
}

/** The text alone. */
export function readText(path: string): string {
  return readFileText(path).text;
}
