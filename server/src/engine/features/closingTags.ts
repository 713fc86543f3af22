import type { Edit, Span } from '../base/span.ts';
import { indentation } from '../syntax/line.ts';
import type { Cursor } from './cursor.ts';
import { inFile } from './cursor.ts';
import type { CompletionItem } from './item.ts';
import { openSections, type OpenSection, type Surroundings } from './surroundings.ts';

/**
 * The closing tags of the sections around the cursor, innermost first. Those of sections that are closed already are
 * wanted only by somebody who has begun a closing tag.
 */
export function closingTagItems(cursor: Cursor, around: Surroundings, span: Span, begun: boolean): CompletionItem[] {
  const sections = openSections(around).filter((section) => begun || !section.closed);
  const ordered = [...sections.filter(({ closed }) => !closed), ...sections.filter(({ closed }) => closed)];
  return withoutRepeats(ordered).map((section, index) => closingTagItem(cursor, span, section, index));
}

function withoutRepeats(sections: readonly OpenSection[]): OpenSection[] {
  const nameOf = ({ name }: OpenSection): string => name.toLowerCase();
  return sections.filter((section, i) => sections.findIndex((other) => nameOf(other) === nameOf(section)) === i);
}

function closingTagItem(cursor: Cursor, span: Span, { name, indent }: OpenSection, index: number): CompletionItem {
  const tag = `</${name}>`;
  const edits = indented(cursor, indent);
  return {
    label: tag,
    kind: 'Class',
    sortText: `0 ${String(index).padStart(4, '0')}`,
    filterText: tag,
    insertText: tag,
    snippet: false,
    span,
    ...(edits.length > 0 && { additionalEdits: edits }),
  };
}

/** A closing tag stands as far to the right as its opening tag. */
function indented(cursor: Cursor, indent: string): Edit[] {
  const { step, inLine } = cursor;
  const end = step ? Math.min(inLine, indentation(step.source)) : 0;
  if (step?.source.raw.slice(0, end) === indent) return [];
  return end === 0 && indent === '' ? [] : [{ span: inFile(cursor, { start: 0, end }), text: indent }];
}
