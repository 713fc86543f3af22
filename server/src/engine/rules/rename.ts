import { sourceSpan } from '../base/mapped.ts';
import { inRaw } from '../evaluation/directive.ts';
import { partnerOf } from '../syntax/enclosing.ts';
import { nameWord, textOf } from '../syntax/line.ts';
import { lineOffset } from '../syntax/sourceFile.ts';
import { replaceInLine } from './edits.ts';
import type { Fix, FixContext } from './rule.ts';

/**
 * Gives a directive another name; of a section, both of its tags, unless the other one has another name. `behind` is put
 * behind the name, but not in a closing tag.
 */
export function renameFix(
  context: FixContext,
  name: string,
  { preferred, safe, behind = '' }: Pick<Fix, 'preferred' | 'safe'> & { readonly behind?: string },
): Fix {
  const { step } = context;
  const here = replaceInLine(context, inRaw(step, nameWord(step.line.text.text)), name + behind);
  const there = partnerEdit(context, name);
  return { title: `Change to ${name}${behind}`, preferred, safe, edits: there ? [here, there] : [here] };
}

function partnerEdit({ file, step }: FixContext, name: string): Fix['edits'][number] | undefined {
  const partner = step.pairing && partnerOf(file, step.ref);
  const line = partner && partner.chunk.lines[partner.index];
  const start = partner && lineOffset(file, partner);
  if (!line || start === undefined) return undefined;
  const text = textOf(line);
  if (nameIn(text.text) !== nameIn(step.line.text.text)) return undefined;
  const span = sourceSpan(text, nameWord(text.text));
  return { span: { start: start + span.start, end: start + span.end }, text: name };
}

function nameIn(text: string): string {
  const { start, end } = nameWord(text);
  return text.slice(start, end).toLowerCase();
}
