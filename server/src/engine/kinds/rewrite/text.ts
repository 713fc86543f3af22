import type { Ask } from '../../base/ask.ts';
import type { Candidate, Kind, Part } from '../kind.ts';
import { KEYS } from '../world.ts';
import { expandedParts } from './expanded.ts';
import { suggestExpanded, suggestMaps, VARIABLE_WORDS } from './suggestExpanded.ts';

/** What a RewriteCond looks at: a text in which mod_rewrite puts values (httpd-config 8.2). */
export const rewriteText: Kind = {
  id: 'rewrite-text',
  parse: ({ value }) => expandedParts(value.text),
  suggest: (_, offset, ask, text) => (text === '' ? WHOLE : suggest(text, offset, ask)),
};

/** What RewriteRule puts in the place of the address: such a text, or `-` for nothing. */
export const rewriteSubstitution: Kind = {
  id: 'rewrite-substitution',
  parse: ({ value }) => (value.text === '-' ? [NOTHING] : expandedParts(value.text)),
  suggest: (_, offset, ask, text) => suggest(text, offset, ask),
};

const NOTHING: Part = { span: { start: 0, end: 1 }, role: 'operator', key: '-' };

const WHOLE: readonly Candidate[] = [
  ...VARIABLE_WORDS.map(({ name, about }) => ({
    text: `%{${name}}`,
    role: 'server-variable' as const,
    detail: about,
  })),
  { text: 'expr', role: 'keyword', detail: 'The next argument is a condition, as `<If>` takes it.' },
];

function suggest(text: string, offset: number, ask: Ask): readonly Candidate[] {
  const maps = (ask(KEYS.rewriteMaps) ?? '').split(' ').filter((name) => name !== '');
  return [...suggestExpanded(text, offset), ...suggestMaps(text, offset, maps)];
}
