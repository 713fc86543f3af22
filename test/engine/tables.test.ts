import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parseAddress } from '../../server/src/engine/base/address.ts';
import { takesHost } from '../../server/src/engine/base/hostPattern.ts';
import { ipOf, isAny } from '../../server/src/engine/base/ip.ts';
import { verbatim } from '../../server/src/engine/base/mapped.ts';
import { conditionWord, sectionHeader } from '../../server/src/engine/evaluation/header.ts';
import { checkRegex } from '../../server/src/engine/kinds/regex/check.ts';
import { readExpression } from '../../server/src/engine/kinds/expression/read.ts';
import type { Mode } from '../../server/src/engine/kinds/expression/scan.ts';
import { splitRewrite, splitWords } from '../../server/src/engine/kinds/words.ts';
import { KEYS } from '../../server/src/engine/kinds/world.ts';
import { headerOf, lexLines, textOf } from '../../server/src/engine/syntax/line.ts';
import { cellOfText } from '../support/visible.ts';
import { inBrackets, readTable } from './readTable.ts';

/** A table, and how what the engine makes of the text of a row is shown. */
type Table = readonly [name: string, show: (text: string) => string];

const TABLES: readonly Table[] = [
  ['lines', linesOf],
  ['names', nameOf],
  ['words', (text) => inBrackets(splitWords(verbatim(text), 0, text.length).map(({ value }) => value.text))],
  ['rewrite', (text) => inBrackets(splitRewrite(verbatim(text), 0, text.length).map(({ value }) => value.text))],
  ['headers', shownHeader],
  ['conditions', shownCondition],
  ['addresses', shownAddress],
  ['ips', shownIp],
  ['hosts', shownHost],
  ['regex', shownFault],
  ['regexParts', shownParts],
  ['expressions', (text) => markedIn(text, 'condition')],
  ['expression-strings', (text) => markedIn(text, 'string')],
];

for (const [name, show] of TABLES) {
  suite(name, () => {
    for (const row of readTable(name)) test(row.name, () => assert.equal(show(row.text), row.expected));
  });
}

function linesOf(text: string): string {
  const shown = lexLines(text).map((line) => {
    const count = line.physical === 1 ? '' : `×${String(line.physical)}`;
    return `${line.form}${count}[${cellOfText(textOf(line).text)}]`;
  });
  return shown.join(' ');
}

function nameOf(text: string): string {
  const { form, key } = headerOf(text);
  return cellOfText(`${form} ${key}`).trimEnd();
}

function shownHeader(text: string): string {
  const { words, bracket, rest } = sectionHeader(verbatim(text));
  const shown = inBrackets(words.map(({ value }) => value.text));
  const dropped = rest ? ` then [${cellOfText(text.slice(rest.start, rest.end))}]` : '';
  return `${shown}${bracket === undefined ? '' : ' >'}${dropped}`.trimStart();
}

function shownFault(text: string): string {
  const { fault } = checkRegex(text);
  return fault ? `${String(fault.span.start)} ${text.slice(fault.span.start, fault.span.end)}` : '';
}

function shownParts(text: string): string {
  const { tokens, groups } = checkRegex(text);
  const parts = tokens.map(({ span, role }) => `${role}[${text.slice(span.start, span.end)}]`);
  const captures = groups.map(
    ({ span, number, name = '' }) => `${String(number)}${name}[${text.slice(span.start, span.end)}]`,
  );
  return [parts.join(' '), ...captures].join(' | ');
}

function shownCondition(text: string): string {
  const line = verbatim(text);
  const word = conditionWord(line, sectionHeader(line));
  return word ? `${word.quote ? 'quoted ' : ''}${inBrackets([word.value.text])}` : '';
}

function shownAddress(text: string): string {
  const address = parseAddress(text);
  if (!address) return 'refused';
  const { host, zone, port } = address;
  const shown = { host, zone, port: port?.toString() };
  return Object.entries(shown)
    .flatMap(([name, value]) => (value === undefined ? [] : `${name} ${value}`))
    .join(' ');
}

function shownIp(text: string): string {
  const ip = ipOf(text);
  return ip ? `${ip.text}${isAny(ip) ? ' any' : ''}` : 'name';
}

function shownHost(text: string): string {
  const [pattern = '', host = ''] = text.split(' ');
  return takesHost(pattern, host) ? 'yes' : 'no';
}

/** What is found in an expression of a main configuration that loads nothing. */
function markedIn(text: string, mode: Mode): string {
  const parts = readExpression({ text, at: 0, outer: '' }, mode, (key) => (key === KEYS.file ? 'root' : undefined));
  const marked = parts.filter(({ problem }) => problem).map(({ span }) => text.slice(span.start, span.end));
  return marked.length === 0 ? 'ok' : inBrackets(marked);
}
