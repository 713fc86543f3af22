import { stripVTControlCharacters } from 'node:util';

/** Columns that help and explanations take. */
const WIDTH = 100;

/** Text with line ends, so that with `indent` blanks in front of it no line is too long; colours take no room. */
export function wrapped(text: string, indent: number): string {
  const lines = [''];
  let length = 0;
  for (const word of text.split(' ')) {
    const width = stripVTControlCharacters(word).length;
    const isFirst = lines.at(-1) === '';
    if (!isFirst && indent + length + 1 + width > WIDTH) {
      lines.push(word);
      length = width;
    } else {
      lines[lines.length - 1] += isFirst ? word : ` ${word}`;
      length += isFirst ? width : width + 1;
    }
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
