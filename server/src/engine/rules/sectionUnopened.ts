import type { Ask } from '../base/ask.ts';
import type { Span } from '../base/span.ts';
import { isCondition } from '../evaluation/conditions.ts';
import { inRaw } from '../evaluation/directive.ts';
import { leave } from '../evaluation/place.ts';
import type { Step } from '../evaluation/step.ts';
import { nameSpan, nameWord } from '../syntax/line.ts';
import { insertLineBefore, removeLine, replaceInLine } from './edits.ts';
import type { Found, Fix, FixContext, Rule } from './rule.ts';
import { tagSeverity } from './tagSeverity.ts';

/** A closing tag with nothing open, or one that httpd does not take for one (httpd-config 2.3). */
export const sectionUnopened: Rule = {
  code: 'section-unopened',
  line(step, ask) {
    if (step.line.form !== 'close' || !step.pairing) return [];
    if (step.pairing.kind === 'none') return step.place.text ? [] : [unopened(step, ask)];
    const rest = restOfCondition(step);
    return rest ? [notAlone(step, rest)] : [];
  },
  fixes: (context) => [context.step.pairing?.kind === 'none' ? takeAway(context) : clear(context)],
};

function unopened(step: Step, ask: Ask): Found {
  const name = nameWord(step.line.text.text);
  const shown = step.line.text.text.slice(name.start, name.end);
  return {
    span: inRaw(step, name),
    ...tagSeverity(ask),
    message: `There is no \`<${shown}>\` that this could close.`,
    why: 'httpd refuses a closing tag that closes nothing.',
  };
}

/**
 * What is too much on the closing tag of a condition that holds: there the whole line must be the tag. One that does not
 * hold forgives it.
 */
function restOfCondition({ line, place, pairing }: Step): Span | undefined {
  if (!isCondition(place.section) || place.truth === 'no' || leave(place, pairing?.pops ?? 0).text) return undefined;
  const { text } = line.text;
  const name = nameWord(text);
  if (text.slice(0, name.start) === '</' && text.slice(name.end) === '>') return undefined;
  return { start: text.slice(name.end).startsWith('>') ? name.end + 1 : nameSpan(text).start, end: text.length };
}

function notAlone(step: Step, rest: Span): Found {
  const { text } = step.line.text;
  const start = rest.start + text.slice(rest.start).search(/\S|$/);
  return {
    span: inRaw(step, { start, end: rest.end }),
    message: 'Nothing may stand on this line but the closing tag.',
    why: 'Where the condition holds, httpd does not take this for the closing tag, and refuses it.',
  };
}

function takeAway(context: FixContext): Fix {
  return { title: 'Remove the closing tag', safe: false, preferred: true, edits: [removeLine(context)] };
}

/** Leaves the tag alone on its line; a comment goes to a line of its own. */
function clear(context: FixContext): Fix {
  const { step, file } = context;
  const { text } = step.line.text;
  const name = nameWord(text);
  const tag = `</${text.slice(name.start, name.end)}>`;
  const rest = text.slice(nameSpan(text).end).trim();
  const edit = replaceInLine(context, inRaw(step, { start: 0, end: text.length }), tag);
  const edits = rest.startsWith('#') ? [insertLineBefore(file, step.ref, rest, step.ref), edit] : [edit];
  return { title: 'Leave the closing tag alone on its line', safe: true, preferred: true, edits };
}
