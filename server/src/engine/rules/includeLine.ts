import type { Ask } from '../base/ask.ts';
import { sourceSpan } from '../base/mapped.ts';
import { isAbsolute } from '../base/paths.ts';
import type { Span } from '../base/span.ts';
import type { Directive } from '../evaluation/directive.ts';
import { counts, findIncluded, type Included, type IncludeFault } from '../evaluation/includes.ts';
import type { Severity } from '../evaluation/finding.ts';
import type { Word } from '../kinds/word.ts';
import { KEYS } from '../kinds/world.ts';
import { replaceInLine } from './edits.ts';
import type { Fix, FixContext } from './rule.ts';

/** The fact of an Include that leads back to a file that is being read. */
export const CYCLE = 'include-cycle';

export const INCLUDE_KEYS = ['include', 'includeoptional'];

/** A line with Include or IncludeOptional that is read, and what it brings in. */
export interface IncludeLine {
  readonly name: Word;
  /** Of the name without its quotes, in the `raw` of the line. */
  readonly span: Span;
  readonly included: Included;
  /** What httpd does not forgive. */
  readonly faults: readonly IncludeFault[];
}

export function includeLine({ key, words, step }: Directive): IncludeLine | undefined {
  const [name] = words;
  const { included } = step;
  if (!name || !included || words.length !== 1) return undefined;
  const span = sourceSpan(name.value, { start: 0, end: name.value.text.length });
  return { name, span, included, faults: included.faults.filter((fault) => counts(key, fault)) };
}

/**
 * How much of a fault it is that something is not found: in a copy of the server's files that may not be whole, an error
 * only where it is a slip of the pen; undefined where nothing is to be said.
 */
export function severityOf({ included }: IncludeLine, ask: Ask, isSlip: boolean): Severity | undefined {
  if (included.absence === 'sure' || isSlip) return 'error';
  return ask(KEYS.copy) === 'filled' ? 'warning' : undefined;
}

/** What httpd does with the name, in words. */
export function whereLooked({ name, included }: IncludeLine): string {
  if (isAbsolute(name.value.text)) return 'httpd stops reading at this line.';
  const path = (included.path ?? '').replace(/^\/(?=[a-z]:)/, '');
  return `httpd looks for \`${path}\`, because a name without \`/\` in front is below the ServerRoot.`;
}

/** Writes another name into the line; none where the name comes from a variable or would need other quotes. */
export function renameFile(context: FixContext, line: IncludeLine, text: string): Fix['edits'] | undefined {
  const { name, span } = line;
  const isVerbatim = context.step.source.raw.slice(span.start, span.end) === name.value.text;
  if (!isVerbatim || /["'\\]/.test(text) || (/[\s#]/.test(text) && name.quote === undefined)) return undefined;
  return [replaceInLine(context, span, text)];
}

/** Of some names those under which an Include finds all that it needs. */
export function namesThatWork(ask: Ask, names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => findIncluded(ask, name).faults.length === 0);
}
