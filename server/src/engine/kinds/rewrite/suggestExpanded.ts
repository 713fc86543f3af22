import type { Span } from '../../base/span.ts';
import { expressionWords, rewriteWords } from '../../catalogue/data/index.ts';
import type { RewriteWord } from '../../catalogue/rewriteWords.ts';
import type { Candidate } from '../kind.ts';

/** Names in `%{…}`, in the order of the data: what mod_rewrite knows. */
export const VARIABLE_WORDS: readonly RewriteWord[] = [
  ...rewriteWords.variables.flatMap((name) => expressionWords.variables.find((word) => word.name === name) ?? []),
  ...rewriteWords.ownVariables,
];

/** What may be written in the braces of `%{` that the cursor is in; nothing outside of them. */
export function suggestExpanded(text: string, offset: number): readonly Candidate[] {
  const before = text.slice(0, offset);
  const typed = /%\{(?:LA-[UF]:)*([\w-]*)$/i.exec(before)?.[1];
  if (typed === undefined) return [];
  const end = offset + (/^[\w-]*:?/.exec(text.slice(offset))?.[0].length ?? 0);
  const span = { start: offset - typed.length, end };
  return [
    ...VARIABLE_WORDS.map((word) => offered(word, 'server-variable', span)),
    ...rewriteWords.lookUps.map((word) => offered(word, 'function', span)),
  ];
}

function offered({ name, about }: RewriteWord, role: Candidate['role'], span: Span): Candidate {
  return { text: name, role, span, detail: about };
}

/**
 * Maps that the configuration makes, with their braces. `${}` without a `:` is taken for a variable of the configuration,
 * and a cursor in it stands behind it.
 */
export function suggestMaps(text: string, offset: number, names: readonly string[]): readonly Candidate[] {
  const before = text.slice(0, offset);
  const typed = /\$\{[^{}:$%]*\}?$/.exec(before)?.[0];
  if (typed === undefined) return [];
  const rest = typed.endsWith('}') ? '' : (/^[^{}:|$%]*:?\}?/.exec(text.slice(offset))?.[0] ?? '');
  const span = { start: offset - typed.length, end: offset + rest.length };
  const close = (typed + rest).endsWith('}') ? '}' : '';
  return names.map((name) => ({ text: `\${${name}:${close}`, role: 'map', span }));
}
