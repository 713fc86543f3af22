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
    return { text: latin1Text(bytes), encoding: 'latin1' };
  }
}

export function encode({ text, encoding }: Decoded): Uint8Array {
  return encoding === 'utf8' ? new TextEncoder().encode(text) : latin1Bytes(text);
}

/** So many arguments every function can take. */
const PIECE = 8192;

/** A character for each byte. What TextDecoder calls Latin-1 is another encoding, Windows-1252. */
function latin1Text(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text;
}

/** A byte for each character. */
export function latin1Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
