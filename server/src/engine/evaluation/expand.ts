import { HOLE, type Ask } from '../base/ask.ts';
import { replaced, type Mapped, type Replacement } from '../base/mapped.ts';
import { environmentKey, KEYS, variableKey } from '../kinds/world.ts';

/** UTF-16 units that a line may grow to; what would make it longer is a hole. httpd stops at 16 MiB (httpd-config 1.1). */
const LONGEST = 16 * 1024 * 1024;

/** Expands `${NAME}` once, without looking at what comes out (httpd-config 3.3). */
export function expand(line: Mapped, ask: Ask): Mapped {
  const replacements: Replacement[] = [];
  let grown = line.text.length;
  for (const match of line.text.matchAll(/\$\{([^}]*)\}/g)) {
    const replacement = expansion(match[0], match[1] ?? '', match.index, ask);
    if (!replacement) continue;
    grown += replacement.text.length;
    replacements.push(grown > LONGEST ? hole(replacement) : replacement);
  }
  return replaced(line, replacements);

  function hole({ span, name }: Replacement): Replacement {
    return { span, text: line.text.slice(span.start, span.end), what: 'hole', ...(name === undefined ? {} : { name }) };
  }
}

function expansion(reference: string, name: string, start: number, ask: Ask): Replacement | undefined {
  const span = { start, end: start + reference.length };
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
