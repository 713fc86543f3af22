import type { Ask } from '../../base/ask.ts';
import { slice, type Mapped } from '../../base/mapped.ts';
import { rewriteWords } from '../../catalogue/data/index.ts';
import type { Candidate, Kind, Part } from '../kind.ts';
import { moved } from '../moved.ts';
import { regexParts } from '../regex/parts.ts';
import { doubleEquals, noNumber, noTest, numberMissing, unexpanded } from './testFaults.ts';
import { variableNamed } from './variables.ts';

/** What the pattern of a RewriteCond asks; all that is nothing else is a regular expression (httpd-config 8.2). */
export type TestSort = 'file' | 'number' | 'text' | 'regex';

/** The pattern of RewriteCond, behind a `!` where the condition holds for what does not fit. */
export const rewriteTest: Kind = {
  id: 'rewrite-test',
  parse({ value }, ask) {
    const start = value.text.startsWith('!') ? 1 : 0;
    const inside = testParts(slice(value, { start, end: value.text.length }), ask);
    return [...(start > 0 ? [NOT] : []), ...inside.map((part) => moved(part, start))];
  },
  suggest: (_, offset, __, text) => suggest(text, offset),
};

const NOT: Part = { span: { start: 0, end: 1 }, role: 'operator', key: '!' };

const files = rewriteWords.tests.map(({ name }) => name);
const comparisons = rewriteWords.comparisons.map(({ name }) => name);
const numbers = comparisons.filter((name) => name.startsWith('-'));
/** The longer ones first. */
const texts = comparisons.filter((name) => !name.startsWith('-')).sort((a, b) => b.length - a.length);

/** Letter case counts in all of these; a comparison needs something to compare with. `text` is without its `!`. */
export function testSort(text: string): TestSort {
  if (text.startsWith('-')) {
    if (files.includes(text)) return 'file';
    return text.length > 3 && numbers.includes(text.slice(0, 3)) ? 'number' : 'regex';
  }
  return text.length > 1 && /^[<>=]/.test(text) ? 'text' : 'regex';
}

function testParts(pattern: Mapped, ask: Ask): readonly Part[] {
  const { text } = pattern;
  const sort = testSort(text);
  if (sort === 'file') return [{ span: { start: 0, end: text.length }, role: 'operator', key: text }];
  if (sort === 'number') return numberParts(text);
  return sort === 'text' ? textParts(text) : patternParts(pattern, ask);
}

function numberParts(text: string): Part[] {
  const span = { start: 3, end: text.length };
  const operator: Part = { span: { start: 0, end: 3 }, role: 'operator', key: text.slice(0, 3) };
  if (/^\s*[-+]?\d/.test(text.slice(3))) return [operator, { span, role: 'number' }];
  return [operator, { span, role: 'text', problem: noNumber(text.slice(3)) }];
}

function textParts(text: string): Part[] {
  const key = texts.find((name) => text.startsWith(name)) ?? '=';
  const span = { start: 0, end: key.length };
  if (/^==./.test(text)) return [{ span: { start: 0, end: 2 }, role: 'operator', key, problem: doubleEquals() }];
  return [{ span, role: 'operator', key }, ...withVariable(text, key.length, [])];
}

/** A regular expression, unless it surely was meant for something else. */
function patternParts(pattern: Mapped, ask: Ask): readonly Part[] {
  const { text } = pattern;
  const span = { start: 0, end: text.length };
  if (/^-[A-Za-z]$/.test(text)) return [{ span, role: 'operator', problem: noTest(text, files) }];
  if (numbers.includes(text)) return [{ span, role: 'operator', key: text, problem: numberMissing(text) }];
  const parts = regexParts(pattern, ask);
  return parts.some(({ problem }) => problem) ? parts : withVariable(text, 0, parts);
}

/** mod_rewrite puts nothing into the pattern of a condition: `%{NAME}` in it is just these characters. The first is told of. */
function withVariable(text: string, from: number, parts: readonly Part[]): readonly Part[] {
  for (const { 0: whole, 1: name = '', index } of text.slice(from).matchAll(/%\{([A-Za-z_]+)\}/g)) {
    if (variableNamed(name) === undefined) continue;
    const span = { start: from + index, end: from + index + whole.length };
    const before = parts.filter((part) => part.span.end <= span.start);
    const behind = parts.filter((part) => part.span.start >= span.end);
    return [...before, { span, role: 'text', problem: unexpanded(whole) }, ...behind];
  }
  return parts;
}

function suggest(text: string, offset: number): readonly Candidate[] {
  const start = text.startsWith('!') ? 1 : 0;
  if (offset < start || !/^[-<>=]?[A-Za-z]{0,2}=?$/.test(text.slice(start))) return [];
  const span = { start, end: text.length };
  return [...rewriteWords.tests, ...rewriteWords.comparisons].map(({ name, about }) => ({
    text: name,
    role: 'operator',
    span,
    detail: about,
  }));
}
