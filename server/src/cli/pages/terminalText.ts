import type { Paint } from '../report/paint.ts';
import { wrapped } from '../wrapped.ts';

/** A block of Markdown: fenced lines, or lines up to a blank one. */
const BLOCK = /^```.*\n([^]*?)^```$|.+(?:\n(?!```).+)*/gm;

/**
 * Markdown as somebody reads it in a terminal. It knows what pages and hovers are written with: headings, paragraphs,
 * lists, fenced lines, and in a line strong words, links and code.
 */
export function terminalText(markdown: string, paint: Paint): string {
  const blocks = [...markdown.matchAll(BLOCK)].map(([block, fenced]) =>
    fenced === undefined ? proseText(block, paint) : fenced.replace(/^(?=.)/gm, '    ').trimEnd(),
  );
  return `${blocks.join('\n\n')}\n`;
}

function proseText(block: string, paint: Paint): string {
  const [, heading] = /^#+ (.*)$/.exec(block) ?? [];
  if (heading !== undefined) return paint(heading, 'strong');
  if (!block.startsWith('- ')) return wrapped(inLine(block.replaceAll('\n', ' '), paint), 0);
  const items = block.split(/^- /m).slice(1);
  return items.map((item) => `  - ${wrapped(inLine(item.trim(), paint), 4)}`).join('\n');
}

/** Code stays as it is written, whatever it holds. */
const IN_LINE = /(`+).*?\1|\*\*(.+?)\*\*|\[([^\]]*)\]\(([^)]*)\)|\*(\S[^*]*)\*/g;

function inLine(text: string, paint: Paint): string {
  return text.replace(
    IN_LINE,
    (all: string, code?: string, strong?: string, label?: string, address?: string, emphasis?: string) => {
      if (code !== undefined) return all;
      if (strong !== undefined) return paint(strong, 'strong');
      if (label !== undefined) return address?.includes('://') ? `${label}: ${address}` : label;
      return emphasis ?? all;
    },
  );
}
