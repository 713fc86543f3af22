import { nameSpan, textOf, type Line } from '../syntax/line.ts';

/**
 * The texts for which the body of a macro may get others, from its opening tag (httpd-config 3.5). A parameter with
 * blanks gives each of its words, which finds it just as well; the empty text, which every line holds, stands for one
 * that is not known.
 */
export function parametersOf(tag: Line): string[] {
  const { text } = textOf(tag);
  const words = text.slice(nameSpan(text).end, text.lastIndexOf('>')).split(/[ \t\n\v\f\r]+/);
  const [, ...parameters] = words.filter((word) => word !== '');
  return parameters.map((word) => (/\\|\$\{/.test(word) ? '' : word.replaceAll(/^["']|["']$/g, '')));
}
