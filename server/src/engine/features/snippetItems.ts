import type { Ask } from '../base/ask.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { snippets } from '../catalogue/data/index.ts';
import type { Entry } from '../catalogue/entry.ts';
import { withoutPlaceholders, type Snippet } from '../catalogue/snippet.ts';
import { mayStand } from '../evaluation/mayStand.ts';
import { anyLoaded } from '../kinds/world.ts';
import { lexLines, type Line } from '../syntax/line.ts';
import type { Cursor } from './cursor.ts';
import type { CompletionItem } from './item.ts';
import type { NameTarget } from './nameTarget.ts';
import { codeBlock } from './markdown.ts';
import { offersAt } from './offers.ts';
import type { Surroundings } from './surroundings.ts';

/** The snippets of which every line may stand at the cursor, where nothing else stands on its line. */
export function snippetItems({ place, ask }: Cursor, target: NameTarget, around: Surroundings): CompletionItem[] {
  if (!target.alone || target.wanted === 'directives') return [];
  const offers = offersAt(place, around);
  return snippets
    .filter(({ body }) => target.wanted === 'all' || body[0]?.startsWith('<'))
    .map((snippet) => ({ snippet, lines: lexLines(plainText(snippet)) }))
    .filter(({ lines }) => offers.some((offer) => mayStand(lines, offer)))
    .map(({ snippet, lines }) => snippetItem(snippet, lines, target, ask));
}

/** What a snippet writes, as Markdown. */
export function snippetFacts(name: string): string | undefined {
  const snippet = snippets.find((one) => one.name === name);
  return snippet && codeBlock(plainText(snippet).trimEnd().split('\n'));
}

function plainText({ body }: Snippet): string {
  return withoutPlaceholders(body.join('\n'));
}

function snippetItem(
  { name, about, body }: Snippet,
  lines: readonly Line[],
  { span, wanted }: NameTarget,
  ask: Ask,
): CompletionItem {
  const loaded = entriesOf(lines).every(({ modules }) => anyLoaded(ask, modules) !== 'no');
  return {
    label: name,
    kind: 'Snippet',
    detail: loaded ? about : `${about}, not loaded here`,
    sortText: `${loaded ? '1' : '2'} ${name}`,
    filterText: wanted === 'sections' ? `${body[0] ?? ''} ${name}` : name,
    insertText: body.join('\n'),
    snippet: true,
    span,
    data: { snippet: name },
  };
}

function entriesOf(lines: readonly Line[]): Entry[] {
  return lines.map(({ key }) => entryOf(key)).filter((entry) => entry !== undefined);
}
