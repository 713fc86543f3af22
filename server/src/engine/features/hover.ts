import type { Span } from '../base/span.ts';
import { sourceSpan } from '../base/mapped.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import type { Entry } from '../catalogue/entry.ts';
import { inRaw } from '../evaluation/directive.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Snapshot } from '../evaluation/snapshot.ts';
import { nameWord } from '../syntax/line.ts';
import { inFile, locate, type Cursor } from './cursor.ts';
import { entryFacts } from './entryFacts.ts';
import { grantedSentence } from './granted.ts';
import { loadedSentence } from './loaded.ts';
import { partFacts } from './partFacts.ts';
import { referenceAt } from './references.ts';
import { groupAt } from './rewriteGroups.ts';

/** What is known of the thing under the pointer. */
export interface Hover {
  /** In offsets of the file. */
  readonly span: Span;
  readonly markdown: string;
}

/** A range of the `raw` of the line, and words about it. */
interface About {
  readonly span: Span;
  readonly words: string;
}

export function hover(snapshot: Snapshot, evaluation: Evaluation, offset: number): Hover | undefined {
  const cursor = locate(snapshot, evaluation, offset);
  const about = referenceAt(cursor) ?? aboutName(cursor) ?? groupAt(cursor) ?? aboutPart(cursor);
  return about && { span: inFile(cursor, about.span), markdown: about.words };
}

/** A directive, or the section of an opening or closing tag. */
function aboutName({ step, spot, ask, inLine }: Cursor): About | undefined {
  if (!step || (spot.at !== 'name' && spot.at !== 'closing')) return undefined;
  const { key, text } = step.line;
  const span = inRaw(step, nameWord(text.text));
  const entry = entryOf(key.replace('</', '<'));
  if (!entry || inLine < span.start || inLine > span.end) return undefined;
  const loaded = saysLoaded(entry) ? loadedSentence(ask, entry.modules) : undefined;
  return { span, words: entryFacts(entry, loaded, grantedSentence(step.place, entry)) };
}

/** An old name that no module has can be loaded by nothing. */
function saysLoaded({ modules, state }: Entry): boolean {
  return modules.length > 0 && state !== 'refused';
}

function aboutPart({ spot, ask }: Cursor): About | undefined {
  if (spot.at !== 'argument') return undefined;
  const { value, parts, offset } = spot.argument;
  const part =
    parts.find(({ span }) => span.start <= offset && offset < span.end) ??
    parts.find(({ span }) => span.end === offset);
  const words = part && partFacts(part, spot.directive, spot.argument, ask);
  return words === undefined ? undefined : { span: sourceSpan(value, part?.span ?? { start: 0, end: 0 }), words };
}
