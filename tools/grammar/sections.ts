import type { Captures, Repository, Rule } from './rule.ts';
import { hasVariable, lastBracket, lineEnd, continuation } from './lines.ts';
import { variable } from './values.ts';

/** Names of sections as expressions without groups. */
export interface SectionNames {
  readonly all: string;
  /** Those whose argument is a regular expression. */
  readonly regexps: string;
  /** Those that take one after `~`. */
  readonly tilde: string;
  readonly lua: string;
}

const opening: Rule = { name: 'punctuation.definition.tag.begin.apacheconf' };
const closing: Rule = { name: 'punctuation.definition.tag.end.apacheconf' };
const known: Rule = { name: 'entity.name.tag.section.apacheconf' };
/** A name that no module has: themes leave it without a colour, so that it stands out while it is typed. */
const unknown: Rule = { name: 'meta.unknown.section.apacheconf' };

const tagStart = String.raw`(?i)^\s*(["']?)(<)`;
const nameEnd = String.raw`\1(?=[\s>]|\\?$)`;

/** An opening tag whose name is group 3 of `name`. */
function tag(name: string, patterns: readonly Rule[], captures: Captures = {}): Rule {
  return {
    begin: tagStart + name,
    beginCaptures: { 2: opening, 3: known, ...captures },
    end: `${lastBracket}(>)|${lineEnd}`,
    endCaptures: { 1: closing },
    patterns,
  };
}

/** The name of a section that is not in the catalogue, as group 4; none where a variable may make it any name. */
const unknownName = String.raw`(?:(?!${hasVariable}|\S*\\$)([^\s>]*)|(?=\S))`;

/** A word that is a name by itself: of a macro, of a definition. */
function nameWord(scope: string): Rule {
  return { match: String.raw`[^\s"'!<>$\\]+`, name: scope };
}

const words: Rule = { include: '#header-words' };

/** Opening tags, the ones with a language of their own first. */
function openingTags(names: SectionNames): Rule[] {
  const parameter = { match: String.raw`[^\s"'>\\]+`, name: 'variable.parameter.macro.apacheconf' };
  const not = { match: '!', name: 'keyword.operator.logical.apacheconf' };
  return [
    tag(`(if|elseif)${nameEnd}`, [{ include: '#header-expression' }]),
    tag(`(${names.regexps})${nameEnd}`, [continuation, { include: '#header-regexp' }]),
    tag(String.raw`(${names.tilde})${nameEnd}\s+(~)(?=\s)`, [continuation, { include: '#header-regexp' }], {
      4: { name: 'keyword.operator.comparison.apacheconf' },
    }),
    tag(`(ifdefine)${nameEnd}`, [not, nameWord('variable.other.readwrite.apacheconf'), words]),
    tag(String.raw`(macro)${nameEnd}(?:\s+([^\s"'>$\\]+))?`, [variable, parameter, words], {
      4: { name: 'entity.name.function.macro.apacheconf' },
    }),
    tag(`(?:(${names.all})${nameEnd}|${unknownName})`, [variable, words], { 4: unknown }),
  ];
}

/** A closing tag. httpd ignores what follows it, or refuses it, so it has no colour. */
function closingTag(names: SectionNames): Rule {
  return {
    begin: String.raw`(?i)^\s*(["']?)(</)(?:(${names.all})(?=[\s>]|\\?$)|${unknownName})(>?)`,
    beginCaptures: { 2: opening, 3: known, 4: unknown, 5: closing },
    end: lineEnd,
    patterns: [continuation],
  };
}

/**
 * A block in another language. It ends before the line that starts with its closing tag, and since `while` is looked at
 * before anything that the other grammar left open, nothing in it can hide that line.
 */
function embedded(names: string, scope: string): Rule {
  return {
    begin: String.raw`(?i)^\s*(<)(${names})(?=[\s>])(.*)(>)[^>\n]*${lineEnd}`,
    beginCaptures: { 1: opening, 2: known, 3: { patterns: [words] }, 4: closing },
    while: String.raw`(?i)^(?!\s*</\2)`,
    contentName: `meta.embedded.block.apacheconf ${scope}`,
    // The second one is for editors that lack the other grammar: they drop a rule whose patterns are all missing.
    patterns: [{ include: scope }, { match: String.raw`\n` }],
  };
}

export function sectionRules(names: SectionNames): Repository {
  return {
    sections: {
      patterns: [
        embedded(names.lua, 'source.lua'),
        embedded('perl', 'source.perl'),
        closingTag(names),
        ...openingTags(names),
      ],
    },
  };
}
