import { HOLE, type Ask } from '../base/ask.ts';
import { replaced, type Mapped, type Replacement } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import { environmentKey, KEYS, variableKey } from '../kinds/world.ts';
import type { Telling } from './answers.ts';

/** UTF-16 units that one line may grow by. httpd stops at lines of 16 MiB (httpd-config 1.1). */
const LONGEST = 16 * 1024 * 1024;

/** Lines that grow by more than this are added up, */
const SMALL = 1024;

/** and this is what they may grow by together: a few lines of doubling definitions, read again and again, would fill any memory. */
const MOST = LONGEST;

/** Expands `${NAME}` once, without looking at what comes out (httpd-config 3.3). What would grow too long is a hole. */
export function expand(line: Mapped, telling: Telling): Mapped {
  const found = [...references(line.text)].flatMap((span) => expansion(line.text, span, telling.ask) ?? []);
  const growth = found.reduce((sum, { text, span }) => sum + text.length - (span.end - span.start), 0);
  return replaced(line, mayGrow(growth, telling) ? found : found.map((one) => hole(line.text, one)));
}

function mayGrow(growth: number, { ask, tell }: Telling): boolean {
  if (growth <= SMALL) return true;
  const sum = growth + Number(ask(KEYS.grown) ?? 0);
  if (growth > LONGEST || sum > MOST) return false;
  tell(KEYS.grown, String(sum));
  return true;
}

function hole(text: string, replacement: Replacement): Replacement {
  return { ...replacement, text: text.slice(replacement.span.start, replacement.span.end), what: 'hole' };
}

/** Where `${NAME}` stands; a name ends at the first `}`, and what has none is no reference. */
export function* references(text: string): Generator<Span> {
  for (let start = text.indexOf('${'); start >= 0;) {
    const close = text.indexOf('}', start);
    if (close < 0) return;
    yield { start, end: close + 1 };
    start = text.indexOf('${', close);
  }
}

function expansion(text: string, span: Span, ask: Ask): Replacement | undefined {
  const reference = text.slice(span.start, span.end);
  const name = reference.slice(2, -1);
  const value = ask(variableKey(name)) ?? ask(environmentKey(name));
  if (value === HOLE) return { span, text: reference, what: 'hole', name };
  if (value !== undefined) return { span, text: value, what: 'variable', name };
  // A name with a colon is a map of mod_rewrite (httpd-config 3.3): httpd leaves it without a word.
  if (name.includes(':')) return undefined;
  return { span, text: reference, what: isUndefined(ask) ? 'undefined' : 'hole', name };
}

function isUndefined(ask: Ask): boolean {
  return ask(KEYS.environment) === 'known' && ask(KEYS.open) === undefined;
}
