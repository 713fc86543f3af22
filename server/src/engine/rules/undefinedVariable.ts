import type { Ask } from '../base/ask.ts';
import type { Piece } from '../base/mapped.ts';
import { nearNames } from '../base/spelling.ts';
import { partInRaw, type Directive } from '../evaluation/directive.ts';
import type { Fact } from '../evaluation/finding.ts';
import { environmentKey } from '../kinds/world.ts';
import { replaceInLine } from './edits.ts';
import type { FactHere, FoundAt, Rule } from './rule.ts';

/** A variable that the configuration gives a text. */
const DEFINED = 'variable-defined';
/** A reference to a variable that surely is not defined. */
const UNDEFINED = 'variable-undefined';
/** A reference to a variable of which it is not known whether it is defined. */
const NOT_KNOWN = 'variable-not-known';

/** A reference to a variable that nothing defines (httpd-config 3.3). */
export const undefinedVariable: Rule = {
  code: 'undefined-variable',
  facts: (directive, ask) => [...references(directive, ask), ...definitions(directive)],
  needs: [UNDEFINED, NOT_KNOWN],
  reads: [DEFINED],
  whole: (facts) => undefinedAmong(facts),
  fixes(context) {
    const { start, end } = context.span;
    const name = nameIn(context.step.source.raw.slice(start, end));
    if (name === undefined) return [];
    const names = meantBy(name, definedNames(context.evaluation.judged.flatMap(({ facts }) => facts)));
    return names.slice(0, 3).map((one) => {
      const edits = [replaceInLine(context, context.span, reference(one))];
      return { title: `Change to ${reference(one)}`, safe: false, preferred: names.length === 1, edits };
    });
  },
};

function reference(name: string): string {
  return `\${${name}}`;
}

/** None where the finding marks a line that uses a macro: the reference stands in the macro. */
function nameIn(marked: string): string | undefined {
  return /^\$\{(.*)\}$/s.exec(marked)?.[1];
}

/** A Define without a text sets a flag only. */
function definitions({ key, words }: Directive): FactHere[] {
  const [name, value] = words;
  if (key !== 'define' || !name || !value || name.hole || words.length > 2 || value.value.text === '') return [];
  return [{ kind: DEFINED, span: name.span, value: name.value.text }];
}

function references(directive: Directive, ask: Ask): FactHere[] {
  const { pieces } = directive.step.line.text;
  if (!pieces) return [];
  const faults = faultsIn(directive);
  return pieces.flatMap(({ what, name, source }: Piece) => {
    if (name === undefined || (what !== 'undefined' && what !== 'hole') || faults.has(source.start)) return [];
    if (what === 'hole' && ask(environmentKey(name)) !== undefined) return [];
    return [{ kind: what === 'hole' ? NOT_KNOWN : UNDEFINED, span: source, value: name }];
  });
}

/** Where arguments are at fault, in the `raw` of the line: of a reference that stands there is spoken already. */
function faultsIn({ step, words, parts }: Directive): ReadonlySet<number> {
  const starts = new Set<number>();
  words.forEach((word, index) => {
    for (const part of parts[index] ?? []) if (part.problem) starts.add(partInRaw(step, word, part).start);
  });
  return starts;
}

function undefinedAmong(facts: readonly Fact[]): FoundAt[] {
  const names = definedNames(facts);
  // Of a name that is used often only once.
  const found = new Map<string, Undefined | undefined>();
  return facts.flatMap(({ kind, ref, place, span, value }) => {
    if (kind !== UNDEFINED && kind !== NOT_KNOWN) return [];
    const key = `${kind} ${value}`;
    if (!found.has(key)) found.set(key, (kind === UNDEFINED ? surely : perhaps)(value, names));
    const one = found.get(key);
    return one ? [{ ref, place, span, ...one }] : [];
  });
}

type Undefined = Pick<FoundAt, 'message' | 'why'>;

function surely(name: string, names: readonly string[]): Undefined {
  const [near] = meantBy(name, names);
  const message = names.some((one) => isSame(one, name))
    ? `${shown(name)} is not defined here: its \`Define\` is read later, or \`UnDefine\` has taken it back.`
    : `${shown(name)} is defined nowhere.${question(near)}`;
  return { message, why: 'httpd leaves it as it stands, and writes a warning.' };
}

/** What is not known is only spoken of where it is a slip of the pen in just one name. */
function perhaps(name: string, names: readonly string[]): Undefined | undefined {
  const [near, ...others] = meantBy(name, names);
  if (near === undefined || others.length > 0 || names.some((one) => isSame(one, name))) return undefined;
  if (letters(near) === letters(name)) return undefined;
  const message = `${shown(name)} is not defined in this configuration.${question(near)}`;
  return { message, why: 'Unless the environment of the server has it, httpd leaves it as it stands.' };
}

function shown(name: string): string {
  return `\`${reference(name)}\``;
}

function question(near: string | undefined): string {
  return near === undefined ? '' : ` Was ${shown(near)} meant?`;
}

/** One spelling of each name: letter case does not count. */
function definedNames(facts: readonly Fact[]): string[] {
  const names = new Map<string, string>();
  for (const { kind, value } of facts) if (kind === DEFINED) names.set(value.toLowerCase(), value);
  return [...names.values()];
}

function meantBy(name: string, names: readonly string[]): string[] {
  return nearNames(name, names).filter((near) => !isSame(near, name));
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** `PORT2` beside `PORT1` is no slip of the pen. */
function letters(name: string): string {
  return name.toLowerCase().replace(/\d/g, '');
}
