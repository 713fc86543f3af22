import { entryOf } from '../catalogue/catalogue.ts';
import { inRaw, type Directive } from '../evaluation/directive.ts';
import type { Fact } from '../evaluation/finding.ts';
import { renameFix } from './rename.ts';
import type { FoundAt, Rule } from './rule.ts';

const KIND = 'case';

/** httpd does not look at the letter case of names (httpd-config 1.4), but everybody writes them in one way. */
export const directiveCase: Rule = {
  code: 'directive-case',
  facts(directive) {
    const word = unusual(directive);
    return word === undefined ? [] : [{ kind: KIND, value: word, span: inRaw(directive.step, directive.name) }];
  },
  needs: [KIND],
  file(facts, directives) {
    const found = facts.filter((fact) => fact.kind === KIND);
    const counts = new Map<string, number>();
    for (const { value } of found) counts.set(styleOf(value), (counts.get(styleOf(value)) ?? 0) + 1);
    return found.map((fact) =>
      finding(fact, isHabit(counts.get(styleOf(fact.value)) ?? 0, styleOf(fact.value), directives)),
    );
  },
  fixes(context) {
    const name = usualName(context.directive);
    return name === undefined ? [] : [renameFix(context, name, { preferred: true, safe: true })];
  },
};

/** The name as it is written, where that is not usual; none that comes out of a variable or a macro. */
function unusual({ entry, step, name }: Directive): string | undefined {
  if (!entry || entry.state === 'refused' || step.fromMacro) return undefined;
  const word = step.line.text.text.slice(name.start, name.end);
  const span = inRaw(step, name);
  if (step.source.raw.slice(span.start, span.end) !== word) return undefined;
  return entry.spellings.includes(word) ? undefined : word;
}

function usualName(directive: Directive | undefined): string | undefined {
  return directive?.entry?.spellings[0];
}

type Style = 'lower' | 'upper' | 'mixed';

function styleOf(word: string): Style {
  if (word === word.toLowerCase()) return 'lower';
  return word === word.toUpperCase() ? 'upper' : 'mixed';
}

/** A file that is written so throughout: three names at least, and more than half of all. */
function isHabit(count: number, style: Style, directives: number): boolean {
  return style !== 'mixed' && count >= 3 && count * 2 > directives;
}

function finding(fact: Fact, habit: boolean): FoundAt {
  const { ref, place, span, value } = fact;
  const usual = entryOf(value.toLowerCase())?.spellings[0] ?? entryOf(`<${value.toLowerCase()}`)?.spellings[0] ?? value;
  return {
    ref,
    place,
    span,
    message: `\`${value}\` is usually written \`${usual}\`.`,
    why: 'httpd accepts it: the letter case of names does not count.',
    ...(habit && { severity: 'hint' as const }),
  };
}
