import { readFileSync } from 'node:fs';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a configuration file: Latin-1 where it is not valid UTF-8. A byte order mark stays, as httpd sees it. */
export function readText(path: string): string {
  const bytes = readFileSync(path);
  try {
    return utf8.decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}
