/**
 * How files that are no program become a part of a bundle: the pages of the codes, docs/rules/CODE.md, as text.
 * @type {Record<string, import('esbuild').Loader>}
 */
export const loader = { '.md': 'text' };
