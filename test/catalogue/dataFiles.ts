import { readdirSync, readFileSync } from 'node:fs';

export const DATA = 'server/src/engine/catalogue/data';

/** The paths of the data files, relative to the folder of the data, with `/`. */
export function dataFiles(): string[] {
  return readdirSync(DATA, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json'))
    .sort();
}

export function readData(path: string): unknown {
  return JSON.parse(readFileSync(`${DATA}/${path}`, 'utf8'));
}
