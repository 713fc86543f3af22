import assert from 'node:assert/strict';
import { applyEdits, type Edit, type Span } from '../../server/src/engine/base/span.ts';
import { entryOf } from '../../server/src/engine/catalogue/catalogue.ts';
import { format, type FormatOptions } from '../../server/src/engine/format/format.ts';
import { openFile } from '../../server/src/engine/syntax/sourceFile.ts';

export const options: FormatOptions = {
  indent: '    ',
  directiveCase: 'preserve',
  canonical: (key) => entryOf(key)?.spellings[0],
};

/** The edits that format a text; there must be no problem. */
export function editsOf(text: string, wanted: Partial<FormatOptions> = {}, range?: Span): readonly Edit[] {
  const { edits, problem } = format(openFile('file:///a.conf', 1, text), { ...options, ...wanted }, range);
  assert.equal(problem, undefined);
  return edits;
}

export function formatted(text: string, wanted: Partial<FormatOptions> = {}, range?: Span): string {
  return applyEdits(text, editsOf(text, wanted, range));
}

/** `before` becomes `after` by edits as small as they can be, and what is formatted is not changed again. */
export function checkFormat(before: string, after: string, wanted: Partial<FormatOptions> = {}, range?: Span): void {
  const edits = editsOf(before, wanted, range);
  assert.equal(applyEdits(before, edits), after);
  checkEdits(before, edits);
  if (!range) assert.deepEqual(editsOf(after, wanted), []);
}

/** In order, apart from each other, each within a line or whole blank lines, and each changing its first and last unit. */
export function checkEdits(text: string, edits: readonly Edit[]): void {
  let behind = 0;
  for (const { span, text: inserted } of edits) {
    const taken = text.slice(span.start, span.end);
    assert.ok(span.start >= behind && span.end <= text.length, 'edits are in order');
    assert.ok(!taken.includes('\n') || (inserted === '' && isBlankLines(text, span)), 'only blank lines go as a whole');
    assert.ok(taken + inserted !== '', 'an edit changes something');
    assert.ok(taken === '' || inserted === '' || taken[0] !== inserted[0], 'an edit begins where the texts differ');
    assert.ok(taken === '' || inserted === '' || taken.at(-1) !== inserted.at(-1), 'it ends where they differ');
    behind = span.end;
  }
}

function isBlankLines(text: string, { start, end }: Span): boolean {
  return (
    text[start - 1] === '\n' && (text[end - 1] === '\n' || end === text.length) && /^\s*$/.test(text.slice(start, end))
  );
}
