/** httpd knows only bytes: what is not UTF-8 is taken as Latin-1, where every byte is a character. */
export type Encoding = 'utf8' | 'latin1';

/** A text that can be written back byte by byte. */
export interface Decoded {
  /** With the byte order mark, where there is one: httpd reads it as text. */
  readonly text: string;
  readonly encoding: Encoding;
}

export function decode(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'utf8' };
  } catch {
    return { text: Buffer.from(bytes).toString('latin1'), encoding: 'latin1' };
  }
}

export function encode({ text, encoding }: Decoded): Uint8Array {
  return Buffer.from(text, encoding);
}
