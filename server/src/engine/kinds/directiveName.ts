import { nearNames } from '../base/spelling.ts';
import { allEntries, entryOf } from '../catalogue/catalogue.ts';
import type { Ask } from '../base/ask.ts';
import type { Entry } from '../catalogue/entry.ts';
import type { Kind, Part } from './kind.ts';
import { isClosedWorld, ownDirectiveKey } from './world.ts';

/** The argument of `<IfDirective>`, with `<` in front for a section (httpd-config 2.2). */
export const directiveName: Kind = nameKind('directive-name', (name) => name.toLowerCase());

/** The argument of `<IfSection>`, which knows no name with `<` in front (httpd-config 2.2). */
export const sectionName: Kind = nameKind('section-name', (name) => `<${name.toLowerCase()}`);

function nameKind(id: string, keyOf: (name: string) => string): Kind {
  const sections = id === 'section-name';
  return {
    id,
    parse({ value, quote }, ask) {
      const negated = quote === undefined && value.text.startsWith('!');
      const start = negated ? 1 : 0;
      const part = namePart(value.text.slice(start), start, keyOf, sections, ask);
      return negated ? [{ span: { start: 0, end: 1 }, role: 'operator' }, part] : [part];
    },
    suggest: (parts) => {
      const span = parts.find((part) => part.role === 'directive')?.span;
      return currentNames(sections).map((text) => ({ text, role: 'directive', ...(span && { span }) }));
    },
  };
}

function currentNames(sections: boolean): string[] {
  return [...allEntries()].filter((entry) => isCurrent(entry) && entry.section === sections).map(bareName);
}

function isCurrent(entry: Entry): boolean {
  return entry.state !== 'refused';
}

function bareName(entry: Entry): string {
  return entry.spellings[0] ?? entry.name;
}

function namePart(name: string, start: number, keyOf: (name: string) => string, sections: boolean, ask: Ask): Part {
  const span = { start, end: start + name.length };
  const key = keyOf(name);
  const entry = entryOf(key);
  if (entry) return { span, role: 'directive', key: entry.key };
  if (ask(ownDirectiveKey(key)) || !isClosedWorld(ask)) return { span, role: 'directive' };
  const near = nearNames(name.replace(/^</, ''), currentNames(key.startsWith('<')));
  if (near.length !== 1) return { span, role: 'directive' };
  const text = `${name.startsWith('<') && !sections ? '<' : ''}${near[0] ?? ''}`;
  return {
    span,
    role: 'directive',
    problem: {
      code: 'dead-condition',
      message: `No directive is named \`${name}\`.`,
      why: `This ${start > 0 ? 'always' : 'never'} holds. \`${text}\` is a name that httpd knows.`,
      repairs: [{ title: `Change to ${text}`, text, preferred: true }],
    },
  };
}
