import type { Ask } from '../../base/ask.ts';
import type { Span } from '../../base/span.ts';
import type { Kind, Part } from '../kind.ts';
import { emptyFlag, ignoredFlag, noBrackets, tooNew, unknownFlag, withoutValue } from './flagFaults.ts';
import { FLAG_SORTS, type FlagSort } from './flagSort.ts';
import { suggestFlags } from './flagSuggestions.ts';
import { valueParts } from './flagValues.ts';
import { flagNamed, isBracketed, writtenFlags, type WrittenFlag } from './writtenFlags.ts';

/** The flags of RewriteRule (`rule`) or RewriteCond (`condition`), as in `[R=301,L]` (httpd-config 8.2). */
export function rewriteFlags(id: string): Kind {
  const sort = FLAG_SORTS[id];
  if (!sort) throw new Error(`no flags ${id}`);
  return {
    id: `rewrite-flags:${id}`,
    parse: ({ value }, ask) => parse(sort, value.text, ask),
    suggest: (_, offset, __, text) => suggestFlags(sort.flags, text, offset),
  };
}

function parse(sort: FlagSort, text: string, ask: Ask): readonly Part[] {
  const span = { start: 0, end: text.length };
  if (!isBracketed(text)) return [{ span, role: 'text', problem: noBrackets(sort, text) }];
  if (text === '[]') return [{ span, role: 'text', problem: emptyFlag(sort) }];
  return writtenFlags(text).flatMap((written) => flagParts(sort, text, written, ask));
}

function flagParts(sort: FlagSort, text: string, written: WrittenFlag, ask: Ask): readonly Part[] {
  const { span, name, value } = written;
  const named = text.slice(name.start, name.end);
  if (span.start === span.end) return [{ span: commaAt(text, span.start), role: 'text', problem: emptyFlag(sort) }];
  const flag = flagNamed(sort.flags, named);
  if (!flag) return [unknown(sort, text, written)];
  const hasValue = value !== undefined && value.start < value.end;
  const problem = tooNew(sort, flag, ask) ?? (hasValue ? undefined : withoutValue(sort, flag));
  const first: Part = { span: name, role: 'flag', key: flag.name, ...(problem && { problem }) };
  return hasValue ? [first, ...valueParts(text, value, flag)] : [first];
}

function unknown(sort: FlagSort, text: string, { span, name }: WrittenFlag): Part {
  const named = text.slice(name.start, name.end);
  if (sort.code === 'rewrite-flags' && /^d/i.test(named))
    return { span: name, role: 'flag', problem: ignoredFlag(sort, named) };
  const written = text.slice(span.start, span.end);
  return { span, role: 'flag', problem: unknownFlag(sort, named, written) };
}

/** The comma, or else the bracket, that an empty flag stands behind; in front of the first flag the one behind it. */
function commaAt(text: string, at: number): Span {
  const before = text.lastIndexOf(',', at - 1);
  const start = before < 0 ? text.indexOf(',') : before;
  return { start, end: start + 1 };
}
