import { sourceSpan } from '../base/mapped.ts';
import { inRaw, type Directive } from '../evaluation/directive.ts';
import type { Fact } from '../evaluation/finding.ts';
import type { Place } from '../evaluation/place.ts';
import type { Part } from '../kinds/kind.ts';
import { isObjection, requiresAround, wrapInRequireAll } from './requireLines.ts';
import { isMember, isSection, MEMBERS, nested, sectionsIn, type FactNode, type FactSection } from './sectionFacts.ts';
import type { FoundAt, Rule } from './rule.ts';

const GROUPS = ['<requireall', '<requireany', '<requirenone'];

/** `Require not` and `<RequireNone>` take effect only in `<RequireAll>`, beside something that grants (httpd-config 8.6). */
export const requireNegative: Rule = {
  code: 'require-negative',
  keys: ['require', ...GROUPS],
  directive(directive) {
    const { key, step, words, parts, name } = directive;
    const not = parts[0]?.find(isNot);
    const value = words[0]?.value;
    if ((key !== '<requirenone' && !not) || groupOf(step.place) !== 'any') return [];
    const what = key === '<requirenone' ? '`<RequireNone>`' : '`Require not`';
    return [
      {
        span: not && value ? sourceSpan(value, not.span) : inRaw(step, name),
        message: `${what} has no effect here: it can only take away from what \`<RequireAll>\` grants.`,
        why: 'httpd refuses it.',
      },
    ];
  },
  facts: (directive) => factsOf(directive),
  needs: ['<requireall'],
  reads: [...GROUPS, ...MEMBERS],
  whole: (facts) => [...sectionsIn(nested(facts))].flatMap(onlyNegative),
  fixes({ directive, step, file }) {
    if (directive?.key !== 'require' || step.place.container === '<requirenone') return [];
    const lines = requiresAround(file, step.ref);
    const granting = lines.filter((line) => !isObjection(line));
    if (granting.length > 1) return [];
    const title = `Put ${lines.length === 1 ? 'it' : 'these lines'} into <RequireAll>`;
    const edits = wrapInRequireAll(file, lines, granting.length === 0 ? 'Require all granted' : undefined);
    return [{ title, safe: false, preferred: false, edits }];
  },
};

/** How the Requires of a place are put together; undefined where that depends on where the file is included. */
function groupOf(place: Place): 'any' | 'all' | undefined {
  let at = place;
  while (at.parent && isLookedThrough(at)) at = at.parent;
  if (at.section === '<requireall') return 'all';
  return at.section === '' && at.offers.length > 1 ? undefined : 'any';
}

function isLookedThrough({ transparent, section }: Place): boolean {
  return transparent || section === '<limit' || section === '<limitexcept';
}

/** An expression has operators of its own. */
function isNot({ role, key }: Part): boolean {
  return role === 'operator' && key === 'not';
}

/** `+` grants or denies, `-` only takes away. */
function factsOf({ key, parts, step, name }: Directive) {
  if (key !== 'require') return [];
  const negative = parts[0]?.some(isNot) ?? false;
  return [{ kind: 'require', value: negative ? '-' : '+', span: inRaw(step, name) }];
}

/** A `<RequireAll>` whose members all only take away is refused when everything is read; in `.htaccess` it denies all. */
function onlyNegative(section: FactSection): FoundAt[] {
  const { open, inside } = section;
  const members = inside.filter(isMember);
  if (open.value !== '<requireall' || members.length === 0 || !members.every(isNegative)) return [];
  const message = 'Everything in this `<RequireAll>` only takes away: nothing grants access.';
  const why = open.place.htaccess ? 'httpd denies every request.' : 'httpd refuses it.';
  const severity = open.place.htaccess || isUnsure(open, members) ? { severity: 'warning' as const } : {};
  return [{ ref: open.ref, place: open.place, span: open.span, message, why, phase: 'check', ...severity }];
}

function isNegative(node: FactNode): boolean {
  return isSection(node) ? node.open.value === '<requirenone' : node.kind === 'require' && node.value === '-';
}

function isUnsure(open: Fact, members: readonly FactNode[]): boolean {
  return members.some((node) => (isSection(node) ? node.open : node).place.truth !== open.place.truth);
}
