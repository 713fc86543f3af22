import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/engine/base/span.ts';
import { completion, completionDocumentation, type CompletionItem } from '../../server/src/engine/features/index.ts';
import { CURSOR, evaluateText, splitAtCursor, type TextOptions } from './text.ts';

/** What is expected at the cursor; labels are in the order of the list. */
export interface ExpectedCompletion extends TextOptions {
  /** All of them. */
  readonly labels?: readonly string[];
  /** Some of them, with others between. */
  readonly has?: readonly string[];
  readonly hasNot?: readonly string[];
  /** Label of an item, and the text once it was accepted, with the cursor where it then is. */
  readonly accept?: readonly [label: string, text: string];
  /** Label of an item, and the words beside it. */
  readonly detail?: readonly [label: string, detail: string];
}

/** Checks what is offered at the mark in a text. */
export function checkCompletion(marked: string, expected: ExpectedCompletion): void {
  const items = completions(marked, expected);
  const labels = items.map(({ label }) => label);
  if (expected.labels) assert.deepEqual(labels, expected.labels);
  const has = expected.has ?? [];
  assert.deepEqual(
    labels.filter((label) => has.includes(label)),
    has,
    `in the list: ${labels.slice(0, 40).join(' ')}`,
  );
  assert.deepEqual(
    labels.filter((label) => expected.hasNot?.includes(label)),
    [],
  );
  if (expected.accept) assert.equal(accepted(marked, itemOf(items, expected.accept[0])), expected.accept[1]);
  if (expected.detail) assert.equal(itemOf(items, expected.detail[0]).detail, expected.detail[1]);
}

/** What is offered, in the order in which an editor shows it. */
export function completions(marked: string, options: TextOptions = {}): CompletionItem[] {
  const { text, offset } = splitAtCursor(marked);
  const { snapshot, evaluation } = evaluateText(text, options);
  const items = completion(snapshot, evaluation, offset);
  return [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

/** What an editor shows beside a list when an item is looked at. */
export function documentationOf(items: readonly CompletionItem[], label: string): string {
  const { data } = itemOf(items, label);
  return (data && completionDocumentation(data)) ?? '';
}

function itemOf(items: readonly CompletionItem[], label: string): CompletionItem {
  const found = items.filter((item) => item.label === label);
  assert.equal(found.length, 1, `one item is named ${label}`);
  return found[0] as CompletionItem;
}

/** The text after an item was accepted; of a snippet the first field is where the cursor is. */
function accepted(marked: string, { span, insertText, snippet, additionalEdits = [] }: CompletionItem): string {
  const { text } = splitAtCursor(marked);
  const put = snippet ? withCursor(insertText) : insertText + CURSOR;
  return applyEdits(text, [...additionalEdits, { span, text: put }]);
}

function withCursor(snippet: string): string {
  const first = snippet.includes('$1') ? '$1' : '$0';
  return snippet.replace(first, CURSOR).replaceAll(/\$\d/g, '');
}
