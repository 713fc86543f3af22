import { textOfCell } from '../support/visible.ts';

/**
 * The text that an example stands for: `␠`, `␉` and `␍` are a blank, a tab and a carriage return that would not be seen,
 * and `⟨x × 9000⟩` stands for so many x.
 * Where it makes lines (`⟨# remark␊ × 9000⟩`), nothing may be found behind it.
 */
export function expanded(text: string): string {
  return text
    .replaceAll(/⟨(.+?) × (\d+)⟩/g, (_, part: string, times: string) => textOfCell(part).repeat(Number(times)))
    .replaceAll(/[␠␉␍]/g, textOfCell);
}
