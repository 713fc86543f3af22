import { trimmedEnd } from '../base/blanks.ts';
import { sourceSpan, touchesHole } from '../base/mapped.ts';
import { inRaw } from '../evaluation/directive.ts';
import { leave } from '../evaluation/place.ts';
import type { Step } from '../evaluation/step.ts';
import { isCondition } from '../evaluation/conditions.ts';
import { nameSpan, nameWord } from '../syntax/line.ts';
import { replaceInLine } from './edits.ts';
import type { Found, Rule } from './rule.ts';

/** A tag without `>`, or with something between its name and it (httpd-config 2.2, 2.3). */
export const sectionMissingBracket: Rule = {
  code: 'section-missing-bracket',
  directive({ entry, header, words, step, name }) {
    if (!entry || !header || header.bracket !== undefined || words.length === 0) return [];
    const end = step.line.text.text.length;
    if (touchesHole(step.line.text, { start: end, end })) return [];
    return [
      {
        span: inRaw(step, name),
        message: `The \`>\` that ends \`<${step.line.text.text.slice(name.start, name.end)}\` is missing.`,
        why: 'httpd refuses the tag.',
      },
    ];
  },
  line: (step) => (step.line.form === 'close' && isWrongEnd(step) ? [wrongEnd(step)] : []),
  fixes(context) {
    const { step } = context;
    const { text } = step.line;
    if (step.line.form === 'close') {
      const span = sourceSpan(text, { start: 0, end: text.text.length });
      const tag = `</${text.text.slice(nameWord(text.text).start, nameWord(text.text).end)}>`;
      return [{ title: `Change to ${tag}`, safe: true, preferred: true, edits: [replaceInLine(context, span, tag)] }];
    }
    const end = trimmedEnd(step.source.raw);
    return [
      { title: 'Add the >', safe: false, preferred: true, edits: [replaceInLine(context, { start: end, end }, '>')] },
    ];
  },
};

/**
 * The first word must be `</Name>`; other words behind it do not matter (httpd-config 2.3). In a block that is skipped
 * any character may stand for the `>`, but one must be there (2.4).
 */
function isWrongEnd({ line, place, pairing }: Step): boolean {
  const outer = leave(place, pairing?.pops ?? 0);
  if (outer.text || pairing?.kind === 'none') return false;
  const { text } = line.text;
  const name = nameSpan(text);
  if (place.truth === 'no') return pairing?.kind === 'exact' && nameWord(text).end === name.end;
  return !isCondition(place.section) && text.indexOf('>') !== name.end - 1;
}

function wrongEnd({ line }: Step): Found {
  const { text } = line.text;
  const name = text.slice(nameWord(text).start, nameWord(text).end);
  return {
    span: sourceSpan(line.text, nameSpan(text)),
    message: `This closing tag must be exactly \`</${name}>\`.`,
    why: 'httpd refuses a closing tag whose `>` is missing or does not touch the name.',
  };
}
