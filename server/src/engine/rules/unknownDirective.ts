import type { Ask } from '../base/ask.ts';
import { nearNames } from '../base/spelling.ts';
import { entryOf, usualNames } from '../catalogue/catalogue.ts';
import { refusal } from '../catalogue/contexts.ts';
import type { Entry } from '../catalogue/entry.ts';
import { inRaw, nameIsHole, type Directive } from '../evaluation/directive.ts';
import type { Place } from '../evaluation/place.ts';
import { isClosedWorld, KEYS, ownDirectiveKey } from '../kinds/world.ts';
import { invisibleName, visibleFixes } from './invisibleName.ts';
import { ofUnknownName } from './nonfatal.ts';
import { ownDirectiveFix } from './ours.ts';
import { renameFix } from './rename.ts';
import type { Rule } from './rule.ts';

/** A name that is in no table (httpd-config 7.5); how sure that is depends on what else may be loaded. */
export const unknownDirective: Rule = {
  code: 'unknown-directive',
  directive(directive, ask) {
    if (directive.entry || ask(ownDirectiveKey(directive.key)) || nameIsHole(directive)) return [];
    const span = inRaw(directive.step, directive.name);
    const invisible = invisibleName(directive);
    if (invisible) return [{ span, ...invisible, ...ofUnknownName(directive.step.place) }];
    const near = meantNames(directive, ask);
    const level = severity(near, ask);
    const who = level === 'error' ? 'httpd' : 'htconf';
    const what = directive.header ? 'a section' : 'a directive';
    const message = `\`${shownName(directive)}\` is not ${what} that ${who} knows.${meant(near, directive.header !== undefined)}`;
    return [{ span, severity: level, message, why: WHY[level], ...ofUnknownName(directive.step.place) }];
  },
  fixes(context) {
    const { directive, ask } = context;
    if (!directive) return [];
    if (invisibleName(directive)) return visibleFixes(context, directive);
    const near = meantNames(directive, ask);
    const names = near.filter((name) => !isRefused(name, directive.header !== undefined));
    const [, argument] = writtenName(directive);
    const behind = argument === '' ? '' : ` ${argument}`;
    const renamed = names
      .slice(0, 3)
      .map((name) => renameFix(context, name, { preferred: names.length === 1, safe: false, behind }));
    const mayBeOurs = near.length === 0 || severity(near, ask) === 'warning';
    return mayBeOurs ? [...renamed, ...ownDirectiveFix(shownName(directive))] : renamed;
  },
};

const WHY = {
  error: 'httpd refuses a name that none of its modules has.',
  warning: 'httpd refuses it, unless a module that htconf does not know has it.',
};

function severity(near: readonly string[], ask: Ask): 'error' | 'warning' {
  if (isClosedWorld(ask)) return 'error';
  return near.length === 1 && ask(KEYS.unknownModule) === undefined ? 'error' : 'warning';
}

function shownName({ step, name, header }: Directive): string {
  const text = step.line.text.text.slice(name.start, name.end);
  return header ? `<${text}>` : text;
}

function meant(near: readonly string[], section: boolean): string {
  if (near.length === 0) return '';
  const names = near.slice(0, 3).map((name) => (section ? `\`<${name}>\`` : `\`${name}\``));
  return ` Was ${names.join(' or ')} meant?`;
}

/** The names that a slip of the pen may have come from: those that may stand here, or else any. */
function meantNames(directive: Directive, ask: Ask): string[] {
  const { step, header } = directive;
  const [word] = writtenName(directive);
  const section = header !== undefined;
  const own = (ask(KEYS.ownDirectives) ?? '').split(' ').filter((n) => n !== '' && n.startsWith('<') === section);
  const near = nearNames(word, [...usualNames(section), ...own]);
  const allowed = near.filter((one) => own.includes(one) || mayStand(entryNamed(one, section), step.place));
  return allowed.length > 0 ? allowed : near;
}

/** A name as it is written, and the path that sticks to it. */
function writtenName({ step, name }: Directive): [string, string] {
  const text = step.line.text.text.slice(name.start, name.end);
  const end = text.indexOf('/', 1);
  return end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end)];
}

function mayStand(entry: Entry | undefined, place: Place): boolean {
  return entry !== undefined && place.offers.some((offer) => refusal(entry, undefined, offer) === undefined);
}

function isRefused(name: string, section: boolean): boolean {
  return entryNamed(name, section)?.state === 'refused';
}

function entryNamed(name: string, section: boolean): Entry | undefined {
  return entryOf(`${section ? '<' : ''}${name.toLowerCase()}`);
}
