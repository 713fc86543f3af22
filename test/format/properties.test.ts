import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, type Edit, type Span } from '../../server/src/engine/base/span.ts';
import { format, type FormatOptions } from '../../server/src/engine/format/format.ts';
import { openFile } from '../../server/src/engine/syntax/sourceFile.ts';
import { checkEdits, editsOf, formatted, options } from './checkFormat.ts';
import { anyText, codeLines } from './texts.ts';
import { logicalLines, logicalSpans, meanings } from './words.ts';

const anyOptions: fc.Arbitrary<Partial<FormatOptions>> = fc.record({
  indent: fc.constantFrom('    ', '\t', '  '),
  directiveCase: fc.constantFrom('preserve', 'canonical'),
});

const lineEnds = /\r?\n/g;

test('formatting twice is formatting once', () => {
  check(anyText, anyOptions, (text, wanted) => {
    const once = formatted(text, wanted);
    assert.equal(formatted(once, wanted), once);
  });
});

test('the words of all logical lines stay', () => {
  check(anyText, fc.constantFrom('    ', '\t'), (text, indent) => {
    assert.deepEqual(meaningsOf(formatted(text, { indent })), meaningsOf(text));
  });
});

test('the words stay when a variable holds a quote or a backslash', () => {
  check(anyText, fc.constantFrom('"', "'", '\\', 'a "'), (text, value) => {
    const filled = (each: string): string[] => logicalLines(each).map((line) => line.replaceAll('${A}', value));
    assert.deepEqual(meanings(filled(formatted(text))), meanings(filled(text)));
  });
});

test('with canonical names the words stay but for their case', () => {
  check(anyText, fc.constant('canonical' as const), (text, directiveCase) => {
    assert.deepEqual(meaningsOf(formatted(text, { directiveCase }).toLowerCase()), meaningsOf(text.toLowerCase()));
  });
});

test('edits are small, and nothing but blanks and line ends changes', () => {
  check(anyText, anyOptions, (text, { indent = '\t' }) => {
    const edits = editsOf(text, { indent });
    checkEdits(text, edits);
    for (const { span, text: now } of edits) assert.equal(dense(now), dense(text.slice(span.start, span.end)));
  });
});

test('line ends stay', () => {
  check(anyText, anyOptions, (text, wanted) => {
    const before = new Set(text.match(lineEnds) ?? ['\n']);
    for (const lineEnd of formatted(text, wanted).match(lineEnds) ?? []) assert.ok(before.has(lineEnd));
  });
});

test('a selection gives those edits of the whole text that are in its lines', () => {
  check(anyText, fc.tuple(fc.nat(120), fc.nat(120)), (text, ends) => {
    const [start = 0, end = 0] = ends.map((at) => Math.min(at, text.length)).sort((a, b) => a - b);
    const lines = linesAround(text, { start, end });
    const isInside = ({ span }: Edit): boolean =>
      span.start >= lines.start && span.end <= lines.end && (span.start < lines.end || lines.end === text.length);
    assert.deepEqual(editsOf(text, {}, { start, end }), editsOf(text).filter(isInside));
  });
});

test('it does not matter how a file is cut into chunks', () => {
  check(anyText, fc.constantFrom(1, 2, 5), (text, size) => {
    const cut = format(openFile('file:///a.conf', 1, text, size), options);
    assert.equal(applyEdits(text, cut.edits), formatted(text));
  });
});

test('code stays as it is', () => {
  check(codeLines, fc.constantFrom('', 'Listen 80\n', '<Directory />\n'), (code, before) => {
    const after = '</Perl> \n</Directory>\n Listen 80 ';
    assert.ok(formatted(`${before}<Perl>\n${code}${after}`).includes(`<Perl>\n${code}`));
    assert.ok(formatted(`${before}<Perl>\n${code}`).endsWith(`<Perl>\n${code}`));
  });
});

function check<T, U>(first: fc.Arbitrary<T>, second: fc.Arbitrary<U>, holds: (first: T, second: U) => void): void {
  fc.assert(fc.property(first, second, holds), { numRuns: 2000 });
}

function meaningsOf(text: string): string[][] {
  return meanings(logicalLines(text));
}

function dense(text: string): string {
  return text.replaceAll(/[ \t\v\f\r\n]/g, '');
}

/** From the beginning of the logical line at the start of a range to the end of the one at its end. */
function linesAround(text: string, { start, end }: Span): Span {
  const behind = text.endsWith('\n') ? [{ start: text.length, end: text.length }] : [];
  const spans = [...logicalSpans(text), ...behind];
  const first = spans.filter((span) => span.start <= start).at(-1);
  const last = spans.find((span) => span.end > start && span.end >= end);
  return { start: first?.start ?? 0, end: last?.end ?? text.length };
}
