import type { Ask } from '../../base/ask.ts';
import type { Part, Problem } from '../kind.ts';
import { condition } from './condition.ts';
import { wordNamed } from './names.ts';
import { moved } from '../moved.ts';
import { isNext, peek, repair, type Reading } from './reading.ts';
import { scan, type Mode } from './scan.ts';
import { scanFault } from './scanFaults.ts';
import { contents } from './values.ts';

/** An expression as it stands in an argument. */
export interface Written {
  readonly text: string;
  /** Where it begins in the value of the word; its text goes on to the end of that. */
  readonly at: number;
  /** The quotes around it; empty for none. */
  readonly outer: string;
}

/** The parts of an expression (httpd-config 8.4), up to the first thing that httpd's parser refuses. */
export function readExpression({ text, at, outer }: Written, mode: Mode, ask: Ask): readonly Part[] {
  const isBare = at === 0 && outer === '';
  const reading: Reading = { text, tokens: scan(text, mode), ask, outer, isBare, parts: [], at: 0, depth: 0 };
  if (mode === 'condition') condition(reading);
  else if (contents(reading) && isNext(reading, 'fault')) scanFault(reading, peek(reading));
  const parts = reading.parts.flatMap((part) => withServerVariables(text, part, reading));
  return at === 0 ? parts : parts.map((part) => moved(part, at));
}

/** A text in which `${REQUEST_URI}` stands: nothing has put in a value for it, and nothing will. */
function withServerVariables(text: string, part: Part, reading: Reading): readonly Part[] {
  if (part.role !== 'string' || part.problem) return [part];
  const parts: Part[] = [];
  let from = part.span.start;
  for (const { 0: whole, 1: name = '', index } of text.slice(from, part.span.end).matchAll(/\$\{([A-Za-z]\w*)\}/g)) {
    if (!wordNamed('variable', name)) continue;
    const start = part.span.start + index;
    if (start > from) parts.push({ span: { start: from, end: start }, role: 'string' });
    from = start + whole.length;
    parts.push({ span: { start, end: from }, role: 'string', problem: likeDefine(name, reading) });
  }
  if (from < part.span.end) parts.push({ span: { start: from, end: part.span.end }, role: 'string' });
  return parts;
}

function likeDefine(name: string, reading: Reading): Problem {
  return {
    code: 'server-variable',
    message: `\`\${${name}}\` is not a value of the request; \`%{${name}}\` is.`,
    why: 'httpd finds nothing that defines it, and leaves the text as it stands.',
    repairs: repair(reading, `Change to %{${name}}`, `%{${name}}`),
  };
}
