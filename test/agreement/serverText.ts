import { join } from 'node:path';
import { readText } from './readText.ts';

// the folders that the real server had; nothing is read from them
const placeholders = [
  ['@SERVERROOT@', '/srv/httpd'],
  ['@WORK@', '/srv/work'],
] as const;

/** The text of a file as the real server had it, with folders for their placeholders. */
export function readServerText(path: string): string {
  return placeholders.reduce((text, [placeholder, folder]) => text.replaceAll(placeholder, folder), readText(path));
}

/** What stands in front of a case: a set of modules and a port to listen on. Nothing for `none`. */
export function readPrelude(folder: string, name: string): string {
  return name === 'none' ? '' : readServerText(join(folder, `${name}.conf`));
}
