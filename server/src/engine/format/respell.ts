import { sourceSpan } from '../base/mapped.ts';
import { nameWord, textOf } from '../syntax/line.ts';
import type { FormatOptions } from './options.ts';
import type { PlacedLine } from './layout.ts';

/**
 * The text of a line with its name spelt as it should be. Not in the body of a macro, where a parameter may be a part
 * of a name (httpd-config 3.5), and not where a variable is, or where the name is broken by a continuation.
 */
export function respelled({ line, body }: PlacedLine, canonical: FormatOptions['canonical']): string {
  const { raw, key } = line;
  if (body !== 'config' || key === '' || key.includes('${')) return raw;
  const name = canonical(line.form === 'close' ? key.replace('/', '') : key);
  const text = textOf(line);
  const word = nameWord(text.text);
  const span = sourceSpan(text, word);
  if (name === undefined || raw.slice(span.start, span.end) !== text.text.slice(word.start, word.end)) return raw;
  return raw.slice(0, span.start) + name + raw.slice(span.end);
}
