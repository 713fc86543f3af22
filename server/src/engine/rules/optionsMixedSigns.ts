import type { Span } from '../base/span.ts';
import { inRaw, type Directive } from '../evaluation/directive.ts';
import type { Word } from '../kinds/word.ts';
import { replaceInLine } from './edits.ts';
import type { Fix, FixContext, Rule } from './rule.ts';

/** Options with and without sign on one line (httpd-config 8.7). After `All` or `None`, signs are fine. */
export const optionsMixedSigns: Rule = {
  code: 'options-mixed-signs',
  keys: ['options'],
  directive(directive) {
    const word = offender(directive.words);
    if (!word) return [];
    return [
      {
        span: inRaw(directive.step, word.span),
        message: 'Either all options have a `+` or `-`, or none has.',
        why: 'httpd refuses the line: with signs it changes what was set before, without it replaces it.',
      },
    ];
  },
  fixes: (context) => [withSigns(context), withoutSigns(context)].filter((fix) => fix !== undefined),
};

/** The first word that does not go with those before it. */
function offender(words: readonly Word[]): Word | undefined {
  if (words.some((word) => word.hole)) return undefined;
  const [first] = words;
  if (!first || /^(all|none)$/i.test(first.value.text)) return undefined;
  return words.find((word) => isSigned(word) !== isSigned(first));
}

function isSigned({ value }: Word): boolean {
  return value.text.startsWith('+') || value.text.startsWith('-');
}

function withSigns(context: FixContext): Fix | undefined {
  const plain = (context.directive?.words ?? []).filter((word) => !isSigned(word));
  if (plain.some((word) => /^(all|none)$/i.test(word.value.text))) return undefined;
  return fix(context, 'Put a + before the options without sign', plain, '+');
}

/** Without signs there is no way to take an option away. */
function withoutSigns(context: FixContext): Fix | undefined {
  const signed = (context.directive?.words ?? []).filter(isSigned);
  if (signed.some((word) => word.value.text.startsWith('-'))) return undefined;
  return fix(context, 'Remove the signs', signed, '');
}

function fix(context: FixContext, title: string, words: readonly Word[], sign: string): Fix {
  const edits = words.map((word) => replaceInLine(context, signSpan(context.directive, word), sign));
  return { title, safe: false, preferred: false, edits };
}

/** The sign of a word, or the empty range where it would stand. */
function signSpan(directive: Directive | undefined, word: Word): Span {
  const start = word.span.start + (word.quote ? 1 : 0);
  const span = { start, end: start + (isSigned(word) ? 1 : 0) };
  return directive ? rawSpan(directive, span) : span;
}

function rawSpan({ step }: Directive, span: Span): Span {
  const from = inRaw(step, { start: span.start, end: span.start + 1 }).start;
  return { start: from, end: from + span.end - span.start };
}
