import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import {
  completion,
  completionDocumentation,
  documentSymbols,
  dueClosingTag,
  foldingRanges,
  hover,
  linkedNames,
  selectionRanges,
  semanticTokens,
  signatureHelp,
} from '../../server/src/engine/features/index.ts';
import { checkNested } from '../support/outline.ts';
import { evaluateText } from '../support/text.ts';

/** Bits of configuration, whole and broken. */
const BITS = [
  ...[
    '<VirtualHost *:80>',
    '</VirtualHost>',
    '<Directory "/srv">',
    '</Directory>',
    '</Directry>',
    '<Dir',
    '</',
    '<',
    '>',
  ],
  ...['<IfModule !mod_ssl.c>', '</IfModule>', '<Macro M $a>', '</Macro>', '<Perl>', '</Perl>', '<If "true">', '<Else>'],
  ...['Options +', 'Options "Ind', 'Require not ', 'LoadModule rewr', 'Define A b', '${A}', '${', 'Listen 80', 'Op'],
  ...[' ', '\t', '"', "'", '\\', '#', '\n', '\n', '\r\n', '\\\n', '\0', '\u00A0', '!', '~', '𝒳'],
];

const texts = fc.array(fc.constantFrom(...BITS), { maxLength: 30 }).map((bits) => bits.join(''));
const places = texts.chain((text) => fc.tuple(fc.constant(text), fc.nat({ max: text.length })));
const uris = fc.constantFrom('file:///x/part.conf', 'file:///x/httpd.conf', 'file:///x/.htaccess');

suite('features of any text', () => {
  test('what is offered replaces a range of one line that holds the cursor', () => {
    fc.assert(
      fc.property(places, uris, ([text, offset], uri) => {
        const { snapshot, evaluation } = evaluateText(text, { uri });
        for (const { span, additionalEdits = [], label, data } of completion(snapshot, evaluation, offset)) {
          assert.ok(span.start <= offset && offset <= span.end, label);
          assert.ok(!text.slice(span.start, span.end).includes('\n'), label);
          for (const edit of additionalEdits) assert.ok(edit.span.end <= span.start, label);
          if (data && 'module' in data) assert.ok(completionDocumentation(data));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('where a file is cut into chunks makes no difference', () => {
    fc.assert(
      fc.property(places, ([text, offset]) => {
        const [whole, cut] = [evaluateText(text), evaluateText(text, { chunkSize: 1 })].map((one) => ({
          items: completion(one.snapshot, one.evaluation, offset),
          hover: hover(one.snapshot, one.evaluation, offset),
          signatures: signatureHelp(one.snapshot, one.evaluation, offset),
          tokens: semanticTokens(one.evaluation),
          symbols: documentSymbols(one.evaluation.file),
          ranges: foldingRanges(one.evaluation.file),
        }));
        assert.deepEqual(cut, whole);
      }),
    );
  });

  test('a hover is about a range that holds the pointer', () => {
    fc.assert(
      fc.property(places, uris, ([text, offset], uri) => {
        const { snapshot, evaluation } = evaluateText(text, { uri });
        const found = hover(snapshot, evaluation, offset);
        assert.ok(!found || (found.span.start <= offset && offset <= found.span.end && found.markdown !== ''));
      }),
    );
  });

  test('symbols lie in each other as LSP demands, folding ranges never cross', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { file } = evaluateText(text).evaluation;
        checkNested(documentSymbols(file), { start: 0, end: text.length });
        const ranges = foldingRanges(file).map(({ span }) => span);
        for (const a of ranges)
          for (const b of ranges) assert.ok(!(a.start < b.start && b.start < a.end && a.end < b.end));
      }),
      { numRuns: 1000 },
    );
  });
});

suite('tokens and help of any text', () => {
  test('tokens stand in order, each in one line; a part of a file has the tokens that the whole has there', () => {
    fc.assert(
      fc.property(places, uris, ([text, offset], uri) => {
        const { evaluation } = evaluateText(text, { uri });
        const tokens = semanticTokens(evaluation);
        let end = 0;
        for (const { span } of tokens) {
          assert.ok(end <= span.start && span.start < span.end && span.end <= text.length);
          assert.ok(!text.slice(span.start, span.end).includes('\n'));
          end = span.end;
        }
        const behind = tokens.filter(({ span }) => span.start >= offset);
        const part = semanticTokens(evaluation, { start: offset, end: text.length });
        assert.deepEqual(part.slice(part.length - behind.length), behind);
      }),
      { numRuns: 1000 },
    );
  });

  test('a parameter that is shown lies in its label', () => {
    fc.assert(
      fc.property(places, uris, ([text, offset], uri) => {
        const { snapshot, evaluation } = evaluateText(text, { uri });
        const help = signatureHelp(snapshot, evaluation, offset);
        if (!help) return;
        const { label, parameters } = help.signatures[help.active] ?? { label: '', parameters: [] };
        const shown = parameters[help.parameter];
        assert.ok(shown && shown.span.start < shown.span.end && shown.span.end <= label.length);
      }),
    );
  });
});

suite('selecting and typing in any text', () => {
  test('a selection grows, tags that are typed at once are spelt alike, a closing tag stands behind the cursor', () => {
    fc.assert(
      fc.property(places, uris, ([text, offset], uri) => {
        const { snapshot, evaluation } = evaluateText(text, { uri });
        let last = { start: offset, end: offset };
        for (const span of selectionRanges(snapshot, evaluation, offset)) {
          assert.ok(0 <= span.start && span.start <= last.start && last.end <= span.end && span.end <= text.length);
          last = span;
        }
        const [here, there] = linkedNames(snapshot, evaluation, offset).map(({ start, end }) => text.slice(start, end));
        assert.ok(here === there && (here === undefined || /^\w+$/.test(here)));
        const due = dueClosingTag(snapshot, evaluation, offset);
        assert.ok(!due || (offset <= due.edit.span.start && due.edit.span.end <= text.length));
      }),
      { numRuns: 500 },
    );
  });
});
