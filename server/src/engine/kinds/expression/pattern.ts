import type { Part, Problem } from '../kind.ts';
import { regexParts } from '../regex/parts.ts';
import { moved } from '../moved.ts';
import { problem, type Reading } from './reading.ts';
import type { Token } from './token.ts';

/** A regular expression between delimiters, `/…/i` or `m#…#i`: the one place that looks into it. */
export function patternParts({ ask }: Reading, token: Token): readonly Part[] {
  const { start, end, text } = token;
  const opening = text.startsWith('m') ? 2 : 1;
  const closing = text.lastIndexOf(text.charAt(opening - 1));
  const fault = cutShort(text.slice(opening, closing), text.charAt(opening - 1));
  if (fault) return [{ span: { start, end }, role: 'regex', problem: fault }];
  // What would mend it may need other escapes within the quotes around all of this.
  const inside = regexParts({ text: text.slice(opening, closing), at: 0, pieces: [] }, ask);
  return [
    { span: { start, end: start + opening }, role: 'regex' },
    ...inside.map((part) => moved(part, start + opening)),
    { span: { start: start + closing, end }, role: 'regex' },
  ];
}

/** `/a\/b/`: nothing escapes the delimiter, so that the expression ends in a `\`, which no regular expression may. */
function cutShort(pattern: string, delimiter: string): Problem | undefined {
  const slashes = /\\+$/.exec(pattern)?.[0].length ?? 0;
  if (slashes % 2 === 0 || pattern.includes('\\Q')) return undefined;
  const message = `\`\\\` does not hide \`${delimiter}\` here: the regular expression ends there. Take another delimiter, as in \`m#…#\`.`;
  return problem(message);
}
