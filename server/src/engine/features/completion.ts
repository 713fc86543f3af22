import type { Span } from '../base/span.ts';
import { entryOf, moduleByIdentifier } from '../catalogue/catalogue.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Settings } from '../evaluation/settings.ts';
import type { Snapshot } from '../evaluation/snapshot.ts';
import { closingTagItems } from './closingTags.ts';
import { inFile, locate, type Cursor } from './cursor.ts';
import { entryFacts } from './entryFacts.ts';
import type { CompletionData, CompletionItem } from './item.ts';
import { moduleFacts } from './moduleFacts.ts';
import { nameItems, ownItems } from './nameItems.ts';
import { emptyTarget, withBracket, wordTarget, type NameTarget } from './nameTarget.ts';
import { snippetFacts, snippetItems } from './snippetItems.ts';
import { surroundings } from './surroundings.ts';
import { valueItems } from './valueItems.ts';

/** What may be written at an offset of the file; empty where nothing is known. */
export function completion(snapshot: Snapshot, evaluation: Evaluation, offset: number): CompletionItem[] {
  const cursor = locate(snapshot, evaluation, offset);
  return itemsAt(cursor, snapshot).filter(({ span }) => fits(cursor, span));
}

/** Markdown about an item, made when somebody looks at it. */
export function completionDocumentation(data: CompletionData): string | undefined {
  if ('entry' in data) {
    const entry = entryOf(data.entry);
    return entry && entryFacts(entry);
  }
  if ('snippet' in data) return snippetFacts(data.snippet);
  const module = moduleByIdentifier(data.module);
  return module && moduleFacts(module);
}

function itemsAt(cursor: Cursor, { settings }: Snapshot): CompletionItem[] {
  const { spot } = cursor;
  switch (spot.at) {
    case 'empty':
      return lineItems(cursor, emptyTarget(cursor), settings);
    case 'name': {
      const target = wordTarget(cursor, spot.directive, spot.span);
      return target ? lineItems(cursor, target, settings) : [];
    }
    case 'closing':
      return closingTagItems(cursor, surroundings(cursor), closingSpan(cursor, spot.span), true);
    case 'argument':
      return valueItems(cursor, spot.directive, spot.argument, settings);
    case 'outside':
      return [];
  }
}

/** What a line may begin with. */
function lineItems(cursor: Cursor, target: NameTarget, { ownDirectives }: Settings): CompletionItem[] {
  const around = surroundings(cursor);
  const closing = target.wanted === 'directives' ? [] : closingTagItems(cursor, around, target.span, false);
  return [
    ...closing,
    ...nameItems(cursor, target, around),
    ...ownItems(ownDirectives, target),
    ...snippetItems(cursor, target, around),
  ];
}

function closingSpan(cursor: Cursor, span: Span): Span {
  return inFile(cursor, withBracket(cursor.step?.source.raw ?? '', span));
}

/** An editor takes only what holds the cursor and stays in its line. */
function fits({ lineStart, inLine, step }: Cursor, span: Span): boolean {
  const at = lineStart + inLine;
  const text = step?.source.raw.slice(span.start - lineStart, span.end - lineStart) ?? '';
  return span.start <= at && at <= span.end && !text.includes('\n');
}
