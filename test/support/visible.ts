/** Signs that stand for characters which a table cannot show: Unicode's pictures of control characters, and names. */
const SIGNS: readonly (readonly [sign: string, character: string])[] = [
  ['␀', '\0'],
  ['␉', '\t'],
  ['␊', '\n'],
  ['␋', '\v'],
  ['␌', '\f'],
  ['␍', '\r'],
  ['[BOM]', '\ufeff'],
  ['[NBSP]', '\u00a0'],
  ['[HALF]', '\ud800'],
];

/** The text that a cell of a table stands for; `␠` is a space where one could not be seen. */
export function textOfCell(cell: string): string {
  return SIGNS.reduce((text, [sign, character]) => text.replaceAll(sign, character), cell.replaceAll('␠', ' '));
}

/** A text as a cell of a table shows it. */
export function cellOfText(text: string): string {
  return SIGNS.reduce((cell, [sign, character]) => cell.replaceAll(character, sign), text);
}
