/** The first lines of a text, and the number of the last of them. */
interface Beginning {
  readonly text: string;
  readonly line: number;
}

/** A text up to the end of each of its logical lines, the shortest first, with closing tags for what is still open. */
export function* beginnings(text: string): Generator<Beginning> {
  const lines = text.split('\n');
  const open: string[] = [];
  let start = 0;
  for (const [index, line] of lines.entries()) {
    if (/\\\r?$/.test(line) && index + 1 < lines.length) continue;
    follow(open, lines.slice(start, index + 1).join(' '));
    start = index + 1;
    const closing = [...open].reverse().map((name) => `</${name}>\n`);
    yield { text: [...lines.slice(0, index + 1), ...closing].join('\n'), line: index + 1 };
  }
}

function follow(open: string[], line: string): void {
  const [, close, name] = /^\s*<(\/?)(\w+)/.exec(line) ?? [];
  if (name === undefined) return;
  if (close === '') open.push(name);
  else if (open.at(-1)?.toLowerCase() === name.toLowerCase()) open.pop();
}
