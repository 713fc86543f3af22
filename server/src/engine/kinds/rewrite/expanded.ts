import type { Span } from '../../base/span.ts';
import type { Part, Problem } from '../kind.ts';
import { bracesIn, type Braces } from './braces.ts';
import { variableNamed, variableParts } from './variables.ts';

/** Maps may stand in the keys of maps this deep; what lies deeper is not looked at. */
const DEEPEST = 100;

/** A text that is being read. */
interface Reading {
  readonly text: string;
  readonly braces: ReadonlyMap<number, Braces>;
  readonly parts: Part[];
  depth: number;
}

/**
 * The parts of a text in which mod_rewrite puts values: `$1`, `%1`, `%{NAME}`, `${map:key|default}` (httpd-config 8.2). A
 * `\` takes the meaning from what follows.
 */
export function expandedParts(text: string): readonly Part[] {
  if (!/[$%]/.test(text)) return [];
  const reading: Reading = { text, braces: bracesIn(text), parts: [], depth: 0 };
  read(reading, { start: 0, end: text.length });
  return reading.parts;
}

function read(reading: Reading, { start, end }: Span): void {
  for (let at = start; at < end;) at = readOne(reading, at, end);
}

/** Goes over what stands at an offset; says where the next thing begins. */
function readOne(reading: Reading, at: number, end: number): number {
  const sign = reading.text[at];
  if (sign === '\\') return at + 2;
  if (sign !== '$' && sign !== '%') return at + 1;
  const next = at + 1 < end ? reading.text.charAt(at + 1) : '';
  if (next === '{') return inBraces(reading, at, end);
  if (!/^\d$/.test(next)) return at + 1;
  reading.parts.push({ span: { start: at, end: at + 2 }, role: 'reference', key: `${sign}${next}` });
  return at + 2;
}

function inBraces(reading: Reading, at: number, end: number): number {
  const braces = reading.braces.get(at + 1);
  if (!braces || braces.close >= end) return at + 2;
  return reading.text[at] === '%' ? variable(reading, at + 2, braces) : lookUp(reading, at, braces);
}

function variable({ text, parts }: Reading, start: number, { close }: Braces): number {
  for (const part of variableParts(text, { start, end: close })) parts.push(part);
  return close + 1;
}

/** `${map:key|default}`; without a `:` httpd leaves the `${` as it stands. */
function lookUp(reading: Reading, at: number, { close, colon, bar }: Braces): number {
  const { text, parts } = reading;
  const start = at + 2;
  const name = text.slice(start, close);
  if (colon === undefined) {
    if (variableNamed(name) === undefined) return start;
    parts.push({ span: { start: at, end: close + 1 }, role: 'string', problem: likeDefine(name) });
    return close + 1;
  }
  parts.push({ span: { start, end: colon }, role: 'map' });
  if (reading.depth < DEEPEST) {
    reading.depth++;
    read(reading, { start: colon + 1, end: bar ?? close });
    if (bar !== undefined) read(reading, { start: bar + 1, end: close });
    reading.depth--;
  }
  return close + 1;
}

function likeDefine(name: string): Problem {
  return {
    code: 'server-variable',
    message: `\`\${${name}}\` is not a value of the request; \`%{${name}}\` is.`,
    why: 'httpd finds nothing that defines it, and leaves the text as it stands.',
    repairs: [{ title: `Change to %{${name}}`, text: `%{${name}}`, preferred: true }],
  };
}
