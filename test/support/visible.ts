/** Signs that stand for characters which a table cannot show: Unicode's pictures of control characters, and names. */
const SIGNS: Readonly<Record<string, string>> = {
  '␀': '\0',
  '␉': '\t',
  '␊': '\n',
  '␋': '\v',
  '␌': '\f',
  '␍': '\r',
  '␠': ' ',
  '[BOM]': '\ufeff',
  '[NBSP]': '\u00a0',
};

/** The text that a cell of a table stands for. */
export function textOfCell(cell: string): string {
  return cell.replaceAll(/[␀␉␊␋␌␍␠]|\[BOM\]|\[NBSP\]/g, (sign) => SIGNS[sign] ?? sign);
}
