import { invisibleIn, withoutInvisible } from '../base/invisible.ts';
import { inRaw, type Directive } from '../evaluation/directive.ts';
import { replaceInLine } from './edits.ts';
import type { Fix, FixContext, Found } from './rule.ts';

/** What is to be said of a name with a character that cannot be seen: no module has such a name, whatever is loaded. */
export function invisibleName({ step, name }: Directive): Pick<Found, 'severity' | 'message' | 'why'> | undefined {
  const invisible = invisibleIn(step.line.text.text.slice(name.start, name.end));
  if (invisible === undefined) return undefined;
  const message = `${invisible} is part of this name, and cannot be seen.`;
  return { severity: 'error', message, why: 'httpd reads it like a letter, and knows no such name.' };
}

/** None where the character comes from the value of a variable. */
export function visibleFixes(context: FixContext, { step, name }: Directive): Fix[] {
  const span = inRaw(step, name);
  const written = step.source.raw.slice(span.start, span.end);
  if (invisibleIn(written) === undefined) return [];
  const visible = withoutInvisible(written);
  const title = visible.includes(' ') ? 'Put a blank in its place' : 'Remove the invisible character';
  return [{ title, safe: false, preferred: true, edits: [replaceInLine(context, span, visible)] }];
}
