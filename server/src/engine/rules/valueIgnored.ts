import type { Span } from '../base/span.ts';
import type { ArgumentType, Entry } from '../catalogue/entry.ts';
import { inRaw, type Directive } from '../evaluation/directive.ts';
import { isCondition } from '../evaluation/conditions.ts';
import type { Step } from '../evaluation/step.ts';
import type { Word } from '../kinds/word.ts';
import { indentation } from '../syntax/line.ts';
import { lineEnd, removeInLine, replaceInLine } from './edits.ts';
import type { Fix, FixContext, Rule } from './rule.ts';

/** Words that httpd does not look at (httpd-config 2.2, 6.1). */
export const valueIgnored: Rule = {
  code: 'value-ignored',
  directive(directive) {
    const ignored = ignoredPart(directive);
    if (!ignored) return [];
    const { span, message, why } = ignored;
    return [{ span: inRaw(directive.step, span), message, why }];
  },
  fixes(context) {
    const ignored = context.directive && ignoredPart(context.directive);
    // Numbers have findings of this code too, which are mended by their kind.
    if (!ignored || inRaw(context.step, ignored.span).start !== context.span.start) return [];
    return ignored.isBehindTag ? behindTag(context) : removal(context, true);
  },
};

interface Ignored {
  readonly span: Span;
  readonly message: string;
  readonly why: string;
  readonly isBehindTag?: true;
}

/** A comment there does no harm, and what is not known may be nothing. */
function ignoredPart(directive: Directive): Ignored | undefined {
  const { entry, step } = directive;
  if (!entry || step.source.joined) return undefined;
  const found = behindBracket(directive, entry) ?? behindCondition(directive) ?? behindLast(directive, entry);
  return found && (step.line.text.text[found.span.start] === '#' || isInValue(step, found.span)) ? undefined : found;
}

/** Whether it begins amid the value of a variable: then the variable has an effect, and cannot be taken away. */
function isInValue({ line }: Step, { start }: Span): boolean {
  return (line.text.pieces ?? []).some(({ here }) => here.start < start && start < here.end);
}

function behindBracket({ header, step }: Directive, entry: Entry): Ignored | undefined {
  const { rest } = header ?? {};
  if (!rest || entry.splitter === 'words') return undefined;
  return {
    span: { start: rest.start, end: step.line.text.text.trimEnd().length },
    message: 'Behind the `>` of an opening tag nothing is read.',
    why: 'httpd drops the rest of the line.',
    isBehindTag: true,
  };
}

function behindCondition({ header, words, entry }: Directive): Ignored | undefined {
  const end = words[0]?.span.end;
  if (!header || !entry || end === undefined || !isCondition(entry.key) || entry.splitter === 'words') return undefined;
  const more = header.words.filter(({ span }) => span.start >= end);
  return ignoredWords(more, 'The condition is about its first word alone.');
}

/** How many words httpd takes of those that it does not count, and that in words. */
const TAKEN: Partial<Readonly<Record<ArgumentType, readonly [count: number, words: string]>>> = {
  NO_ARGS: [0, 'It takes no arguments.'],
  FLAG: [1, 'It takes On or Off and nothing else.'],
  TAKE_ARGV: [64, 'It takes 64 words at most.'],
};

function behindLast({ words }: Directive, { args, section }: Entry): Ignored | undefined {
  const taken = args && TAKEN[args];
  if (section || !taken) return undefined;
  const [count, reason] = taken;
  return ignoredWords(words.slice(count), reason);
}

function ignoredWords(words: readonly Word[], reason: string): Ignored | undefined {
  const [first] = words;
  const last = words.at(-1);
  if (!first || !last || words.some((word) => word.hole)) return undefined;
  return {
    span: { start: first.span.start, end: last.span.end },
    message: words.length === 1 ? 'This word has no effect.' : 'These words have no effect.',
    why: `${reason} httpd reads over what follows.`,
  };
}

function behindTag(context: FixContext): Fix[] {
  const { raw } = context.step.source;
  const start = raw.slice(0, context.span.start).trimEnd().length;
  const indent = `${raw.slice(0, indentation(context.step.source))}    `;
  const text = raw.slice(context.span.start, context.span.end);
  const edit = replaceInLine(
    context,
    { start, end: context.span.end },
    lineEnd(context.file, context.step.ref) + indent + text,
  );
  return [
    { title: 'Put it on a line of its own', safe: false, preferred: true, edits: [edit] },
    ...removal(context, false),
  ];
}

function removal(context: FixContext, preferred: boolean): Fix[] {
  const edit = removeInLine(context, context.span);
  return edit ? [{ title: 'Remove what is ignored', safe: false, preferred, edits: [edit] }] : [];
}
