import type { Edit } from '../base/span.ts';
import { resolve } from '../evaluation/directive.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Snapshot } from '../evaluation/snapshot.ts';
import { indentation, nameWord, textOf } from '../syntax/line.ts';
import { isForeignText } from './body.ts';
import { inFile, isQuoteOpen, locate, type Cursor } from './cursor.ts';
import { strayClosingTags, surroundings } from './surroundings.ts';

/** The closing tag that an opening tag needs which has just been finished. */
interface DueClosingTag {
  /** `</Directory>` */
  readonly tag: string;
  /** Puts it into the next line, indented as the opening tag, behind the cursor; in offsets of the file. */
  readonly edit: Edit;
}

/**
 * The closing tag that is due where the `>` before the cursor ends an opening tag. Undefined where its partner is there
 * already, where something stands behind the cursor, and where that `>` may be a part of a word or of an expression.
 */
export function dueClosingTag(snapshot: Snapshot, evaluation: Evaluation, offset: number): DueClosingTag | undefined {
  const cursor = locate(snapshot, evaluation, offset);
  const { step, place } = cursor;
  if (step?.source.form !== 'open' || isForeignText(place) || !isFinished(cursor)) return undefined;
  const { text } = textOf(step.source);
  const { start, end } = nameWord(text);
  const name = text.slice(start, end);
  if (!/^[a-z]\w*$/i.test(name) || strayClosingTags(surroundings(cursor)).has(name.toLowerCase())) return undefined;
  const tag = `</${name}>`;
  return { tag, edit: inNextLine(cursor, step.source.raw, step.source.raw.slice(0, indentation(step.source)) + tag) };
}

/** A `>` behind a blank may be an operator, one in quotes is a part of a word. */
function isFinished({ step, inLine, ask }: Cursor): boolean {
  const raw = step?.source.raw ?? '';
  if (!step || !/[^\s>]>$/.test(raw.slice(0, inLine)) || raw.slice(inLine).trim() !== '') return false;
  const directive = resolve(step, ask);
  return !isQuoteOpen(directive, directive.words.length - 1);
}

/** At the start of the next line, since some editors move the cursor behind a text that is inserted where it stands. */
function inNextLine(cursor: Cursor, raw: string, line: string): Edit {
  const feed = raw.indexOf('\n', cursor.inLine);
  const at = feed < 0 ? raw.length : feed + 1;
  const span = inFile(cursor, { start: at, end: at });
  if (feed < 0) return { span, text: `\n${line}` };
  return { span, text: line + (raw[feed - 1] === '\r' ? '\r\n' : '\n') };
}
