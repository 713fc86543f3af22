import { partInRaw, resolve, type Directive } from '../evaluation/directive.ts';
import { worldOf } from '../evaluation/disk.ts';
import { runAt, type Evaluation } from '../evaluation/evaluation.ts';
import type { Finding } from '../evaluation/finding.ts';
import { stepOf, type Step } from '../evaluation/step.ts';
import type { Part, Repair } from '../kinds/kind.ts';
import type { Word } from '../kinds/word.ts';
import { removeInLine, replaceInLine } from './edits.ts';
import { RULES } from './index.ts';
import type { Fix, FixContext } from './rule.ts';

/** How a finding can be mended, the best first; made when somebody asks. */
export function fixesOf(evaluation: Evaluation, finding: Finding): Fix[] {
  const run = runAt(evaluation, finding.ref);
  if (!run) return [];
  const ask = worldOf(evaluation);
  const step = stepOf(run, finding.ref.index);
  const directive = isDirective(step) ? resolve(step, ask) : undefined;
  const context: FixContext = {
    evaluation: evaluation.viewOf ?? evaluation,
    file: evaluation.file,
    step,
    ask,
    span: finding.span,
    ...(directive && { directive }),
  };
  const rules = RULES.filter((rule) => rule.code === finding.code);
  const fixes = [...partFixes(context, finding), ...rules.flatMap((rule) => rule.fixes?.(context) ?? [])];
  return fixes.sort((a, b) => Number(b.preferred) - Number(a.preferred));
}

function isDirective({ line, place }: Step): boolean {
  return (line.form === 'directive' || line.form === 'open') && !place.text && place.truth !== 'no';
}

function partFixes(context: FixContext, finding: Finding): Fix[] {
  const { directive, span } = context;
  return repairs(directive, finding).flatMap(({ title, text, safe = false, preferred = false }) => {
    const edit = text === '' ? removeInLine(context, span) : replaceInLine(context, span, text);
    return edit ? [{ title, safe, preferred, edits: [edit] }] : [];
  });
}

function repairs(directive: Directive | undefined, finding: Finding): readonly Repair[] {
  if (!directive) return [];
  const { parts, words, step } = directive;
  const all = parts.flatMap((list, index) => list.map((part) => ({ part, word: words[index] })));
  const found = all.find(
    ({ part, word }) => word && part.problem?.code === finding.code && isAt(finding, step, word, part),
  );
  return found?.part.problem?.repairs ?? [];
}

function isAt({ span }: Finding, step: Step, word: Word, part: Part): boolean {
  const source = partInRaw(step, word, part);
  return source.start === span.start && source.end === span.end;
}
