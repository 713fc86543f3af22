import { lineStarts, type LineStarts } from '../positions.ts';

/** The files of a report, by URI. */
export interface Texts {
  /** How a file is called. */
  nameOf(uri: string): string;
  /** Empty for a file that was not read. */
  of(uri: string): { readonly text: string; readonly starts: LineStarts };
}

/** Each text is made and cut into lines once, when it is asked for. */
export function textsFrom(nameOf: Texts['nameOf'], read: (uri: string) => string): Texts {
  const known = new Map<string, ReturnType<Texts['of']>>();
  return {
    nameOf,
    of: (uri) => {
      const old = known.get(uri);
      if (old) return old;
      const text = read(uri);
      const made = { text, starts: lineStarts(text) };
      known.set(uri, made);
      return made;
    },
  };
}
