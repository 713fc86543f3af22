import { sourceSpan } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';
import type { Entry } from '../catalogue/entry.ts';
import { inRaw, type Directive } from '../evaluation/directive.ts';
import type { Step } from '../evaluation/step.ts';
import { isBracketed } from '../kinds/rewrite/writtenFlags.ts';
import type { Word } from '../kinds/word.ts';
import { splitWords } from '../kinds/words.ts';
import { isClosed } from '../syntax/pairs.ts';
import { nameSpan } from '../syntax/line.ts';
import { insertLineBefore, removeInLine } from './edits.ts';
import type { Found, Rule } from './rule.ts';

/** `# …` behind a directive is no comment but arguments (httpd-config 1.2). */
export const trailingComment: Rule = {
  code: 'trailing-comment',
  directive(directive) {
    const start = commentStart(directive);
    const severity = start === undefined ? undefined : effect(directive, start);
    if (start === undefined || severity === undefined) return [];
    const span = inRaw(directive.step, { start, end: directive.step.line.text.text.length });
    const why =
      severity === 'error'
        ? 'httpd reads these words as arguments, and refuses the line for them.'
        : 'httpd reads these words as arguments, and does something else than what the line says.';
    return [{ span, severity, message: 'A comment cannot stand behind a directive: it needs a line of its own.', why }];
  },
  line: (step) => (step.place.truth === 'no' ? inSkippedBlock(step) : []),
  fixes: (context) => {
    const { step, file, span } = context;
    const comment = step.source.raw.slice(span.start, span.end);
    const removal = removeInLine(context, span);
    if (!removal) return [];
    const edits = [insertLineBefore(file, step.ref, comment, step.ref), removal];
    return [{ title: 'Put the comment on a line of its own', safe: false, preferred: true, edits }];
  },
};

/** Where the first word begins that looks like a comment: a `#` behind an argument, but no number of a user. */
function commentStart({ step, entry }: Directive): number | undefined {
  const { text } = step.line;
  if (step.source.joined) return undefined;
  const end = entry?.section ? text.text.lastIndexOf('>') : text.text.length;
  const words = splitWords(text, nameSpan(text.text).end, end < 0 ? text.text.length : end);
  const found = words.find(
    (word, index) => index > 0 && word.quote === undefined && /^#(?!-?\d)/.test(word.value.text),
  );
  return found?.span.start;
}

/** Providers of Require that look at nothing behind their name, or refuse it (httpd-config 8.6). */
const REQUIRE_REFUSES = ['all', 'ip', 'method', 'ssl', 'ssl-verify-client', 'expr'];
const REQUIRE_IGNORES = ['valid-user', 'local'];

function effect(directive: Directive, start: number): 'error' | 'warning' | undefined {
  const { entry, words, key } = directive;
  if (!entry || entry.section || entry.args === 'FLAG' || entry.args === 'NO_ARGS') return undefined;
  const index = words.findIndex((word) => word.span.start >= start);
  switch (entry.splitter) {
    case 'header':
      return isRefused(directive, entry, index) || directive.slots[index] === undefined ? 'error' : 'warning';
    case 'require':
      return requireEffect(directive);
    case 'rewrite':
      return rewriteEffect(words, index);
    default:
      return REFUSED.includes(key) || isRefused(directive, entry, index) ? 'error' : 'warning';
  }
}

/** The third word must be flags in brackets, and nobody looks at what follows; `#top` may be a second one (httpd-config 8.2). */
function rewriteEffect(words: readonly Word[], index: number): 'error' | undefined {
  const third = words[2]?.value.text;
  return index > 2 || third === undefined || isBracketed(third) ? undefined : 'error';
}

/** They refuse a word that begins with `#` (httpd-config 1.2). */
const REFUSED = ['allow', 'deny'];

/** Words too many, or words that are not among those that httpd takes. */
function isRefused({ words, parts }: Directive, { maxArgs }: Entry, index: number): boolean {
  if (maxArgs !== undefined && words.length > maxArgs) return true;
  return parts.slice(index).some((list) => list.some((part) => part.problem && part.problem.severity === undefined));
}

function requireEffect({ parts }: Directive): 'error' | 'warning' | undefined {
  const provider = parts[0]?.find((part) => part.role === 'provider')?.key ?? '';
  if (REQUIRE_IGNORES.includes(provider)) return undefined;
  return REQUIRE_REFUSES.includes(provider) ? 'error' : 'warning';
}

/** httpd-config 2.4: `<RequireAll> # c` in a block that is skipped opens a level that its closing tag cannot close. */
function inSkippedBlock({ line, pairing, place }: Step): Found[] {
  if (line.form !== 'open' || place.text || !pairing || !isClosed(pairing)) return [];
  const name = nameSpan(line.text.text);
  const { text } = line.text;
  if (text[name.end - 1] !== '>' || name.end === text.length) return [];
  const rest: Span = { start: text.slice(name.end).search(/\S/) + name.end, end: text.length };
  return [
    {
      span: sourceSpan(line.text, rest),
      severity: 'error',
      message: 'Nothing may stand behind this tag: it is in a block that is not read.',
      why: 'httpd skips the block, but follows its tags, and then does not take the closing tag for this one.',
    },
  ];
}
