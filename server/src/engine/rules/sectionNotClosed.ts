import type { Ask } from '../base/ask.ts';
import { entryOf } from '../catalogue/catalogue.ts';
import { isCondition } from '../evaluation/conditions.ts';
import { inRaw } from '../evaluation/directive.ts';
import type { Step } from '../evaluation/step.ts';
import type { LineRef } from '../syntax/chunk.ts';
import { indentation, nameWord, type Line } from '../syntax/line.ts';
import { runsToEnd } from '../syntax/tags.ts';
import { isClosed } from '../syntax/pairs.ts';
import { lineAfter, type SourceFile } from '../syntax/sourceFile.ts';
import { appendLine, insertLineBefore } from './edits.ts';
import type { Found, Rule } from './rule.ts';
import { tagSeverity } from './tagSeverity.ts';

/** A section that is never closed (httpd-config 2.3). */
export const sectionNotClosed: Rule = {
  code: 'section-not-closed',
  line(step, ask) {
    const { line, pairing, place } = step;
    if (line.form !== 'open' || !pairing || isClosed(pairing) || place.text) return [];
    return [isForgiven(step) ? forgiven(step) : notClosed(step, ask)];
  },
  fixes({ file, step }) {
    const { text } = step.line.text;
    const name = nameWord(text);
    const tag = `</${text.slice(name.start, name.end)}>`;
    const at = endOf(file, step);
    const edit = at.line ? insertLineBefore(file, at.line, tag, step.ref) : appendLine(file, tag, step.ref);
    return [{ title: `Add ${tag}`, safe: false, preferred: at.sure, edits: [edit] }];
  },
};

/** A condition that holds may be open at the end of the file, with all that is open in it; Lua runs to the end, too. */
function isForgiven({ line, place, pairing, condition }: Step): boolean {
  if (runsToEnd(line.key.slice(1))) return true;
  if (pairing?.kind === 'overtaken') return false;
  return place.forgiven || (isCondition(line.key) && condition === 'yes');
}

function notClosed(step: Step, ask: Ask): Found {
  return {
    span: nameIn(step),
    ...tagSeverity(ask),
    message: `${shown(step)} is never closed.`,
    why: 'httpd refuses a section without end.',
    met: step.pairing?.kind === 'overtaken' ? 'close' : 'end',
  };
}

function forgiven(step: Step): Found {
  return {
    span: nameIn(step),
    severity: 'warning',
    message: `${shown(step)} is never closed.`,
    why: 'httpd forgives this as long as the condition holds, and refuses it where it does not hold.',
  };
}

function nameIn(step: Step) {
  return inRaw(step, nameWord(step.line.text.text));
}

function shown({ line }: Step): string {
  return `\`${entryOf(line.key)?.name ?? `${line.key}>`}\``;
}

/**
 * The line before which the section most likely ends: the first one that is indented no deeper than its tag, where the
 * lines below the tag are. `line` is absent for the end of the file.
 */
function endOf(file: SourceFile, { ref, source }: Step): { line?: LineRef; sure: boolean } {
  const depth = indentation(source);
  const first = lineAfter(file, ref, isText);
  const inside = first && lineOf(first);
  if (!inside || indentation(inside) <= depth) return { sure: first === undefined, ...(first && { line: first }) };
  const line = lineAfter(file, ref, (next) => isText(next) && indentation(next) <= depth);
  return { sure: true, ...(line && { line }) };
}

function isText(line: Line): boolean {
  return line.form !== 'blank';
}

function lineOf({ chunk, index }: LineRef): Line | undefined {
  return chunk.lines[index];
}
