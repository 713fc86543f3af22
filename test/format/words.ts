import type { Span } from '../../server/src/engine/base/span.ts';

/** A logical line as httpd reads it (httpd-config 1.1): where it stands, with its line ends, and its text joined. */
interface Logical {
  readonly span: Span;
  readonly text: string;
}

function read(text: string): Logical[] {
  const lines: Logical[] = [];
  let start = 0;
  let at = 0;
  let joined = '';
  for (const physical of text.split(/(?<=\n)/)) {
    at += physical.length;
    joined += physical.replace(/\0[^]*/, '');
    const goesOn = /\\\r?\n$/.test(joined);
    if (goesOn) joined = joined.replace(/\\\r?\n$/, '');
    if (goesOn && at < text.length) continue;
    lines.push({ span: { start, end: at }, text: joined });
    start = at;
    joined = '';
  }
  return lines;
}

export function logicalSpans(text: string): Span[] {
  return read(text).map((line) => line.span);
}

/** The logical lines without the blanks around them, and without those that hold nothing. */
export function logicalLines(text: string): string[] {
  return read(text)
    .map((line) => line.text.replaceAll(/^[ \t\v\f\r\n]+|[ \t\v\f\r\n]+$/g, ''))
    .filter((line) => line !== '');
}

/** Quoted texts, other texts and blanks, as words, mod_rewrite and expressions take them apart (1.3, 8.2, 8.4). */
const readings = [
  /(["'])(?:\\[\\"']|(?!\1)[^])*(?:\1|$)|[^ \t\v\f\r]+|[ \t\v\f\r]+/g,
  /(["'])(?:(?!\1)[^])*(?:\1|$)|(?:\\[ \t\v\f\r]|[^ \t\v\f\r])+|[ \t\v\f\r]+/g,
  /(["'])(?:\\[\\"']|(?!\1)[^])*(?:\1|$)|\\[\\"']|[^ \t\v\f\r"']|[ \t\v\f\r]+/g,
];

/** What lines say under each reading: runs of blanks outside quotes are as good as one blank, and nothing else is. */
export function meanings(lines: readonly string[]): string[][] {
  return readings.map((reading) =>
    lines.map((line) => line.replaceAll(reading, (token) => (/^[ \t\v\f\r]/.test(token) ? ' ' : token))),
  );
}
