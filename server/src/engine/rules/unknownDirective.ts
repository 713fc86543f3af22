import type { Ask } from '../base/ask.ts';
import { nearNames } from '../base/spelling.ts';
import { allEntries, entryOf } from '../catalogue/catalogue.ts';
import { refusal } from '../catalogue/contexts.ts';
import type { Entry } from '../catalogue/entry.ts';
import { inRaw, nameIsHole, type Directive } from '../evaluation/directive.ts';
import type { Place } from '../evaluation/place.ts';
import type { Severity } from '../evaluation/finding.ts';
import { isClosedWorld, KEYS, ownDirectiveKey } from '../kinds/world.ts';
import { renameFix } from './rename.ts';
import type { Rule } from './rule.ts';

/** A name that is in no table (httpd-config 7.5); how sure that is depends on what else may be loaded. */
export const unknownDirective: Rule = {
  code: 'unknown-directive',
  directive(directive, ask) {
    if (directive.entry || ask(ownDirectiveKey(directive.key)) || nameIsHole(directive)) return [];
    const near = meantNames(directive, ask);
    const shown = shownName(directive);
    const what = directive.header ? 'a section' : 'a directive';
    return [
      {
        span: inRaw(directive.step, directive.name),
        severity: severity(near, ask),
        message: `\`${shown}\` is not ${what} that httpd knows.${meant(near, directive.header !== undefined)}`,
        why: 'httpd does not start while one of its modules does not know every name in its configuration.',
      },
    ];
  },
  fixes(context) {
    if (!context.directive) return [];
    const names = meantNames(context.directive, context.ask).filter(
      (name) => !isRefused(name, context.directive?.header !== undefined),
    );
    return names.slice(0, 3).map((name) => renameFix(context, name, { preferred: names.length === 1, safe: false }));
  },
};

function severity(near: readonly string[], ask: Ask): Severity {
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
  const { step, name, header } = directive;
  const word = step.line.text.text.slice(name.start, name.end).replace(/\/.*$/, '');
  const section = header !== undefined;
  const own = (ask(KEYS.ownDirectives) ?? '').split(' ').filter((n) => n !== '' && n.startsWith('<') === section);
  const entries = [...allEntries()].filter((entry) => entry.section === section);
  const allowed = entries.filter((entry) => mayStand(entry, step.place));
  const near = nearNames(word, [...spellingsOf(allowed), ...own]);
  return near.length > 0 ? near : nearNames(word, spellingsOf(entries));
}

function spellingsOf(entries: readonly Entry[]): string[] {
  return entries.map((entry) => entry.spellings[0] ?? entry.name);
}

function mayStand(entry: Entry, place: Place): boolean {
  return place.offers.some((offer) => refusal(entry, undefined, offer) === undefined);
}

function isRefused(name: string, section: boolean): boolean {
  return entryOf(`${section ? '<' : ''}${name.toLowerCase()}`)?.state === 'refused';
}
