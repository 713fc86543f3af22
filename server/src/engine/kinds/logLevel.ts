import type { Ask } from '../base/ask.ts';
import { nearNames } from '../base/spelling.ts';
import { allModules, moduleByIdentifier, vocabulary } from '../catalogue/catalogue.ts';
import { keyword } from './keyword.ts';
import type { Kind, Part, Problem } from './kind.ts';
import { isClosedWorld, moduleLoaded, moduleNamed, ownModuleKey } from './world.ts';
import { changesTo } from './meant.ts';

const level = keyword('LogLevel');

/**
 * A level, or `MODULE:LEVEL`. A module is named as in `<IfModule>`, or by its identifier without `_module`; the last colon
 * counts (httpd-config 8.13; server/core.c, `set_loglevel`).
 */
export const logLevel: Kind = {
  id: 'log-level',
  parse(word, ask) {
    const { text } = word.value;
    const colon = text.lastIndexOf(':');
    if (colon < 0) return level.parse(word, ask);
    const behind = levelPart(text, colon + 1);
    const { problem, ...module } = modulePart(text.slice(0, colon), ask);
    // httpd looks at the level first.
    return [{ ...module, ...(problem && !behind.problem && { problem }) }, behind];
  },
  suggest(_parts, offset, _ask, text) {
    const colon = text.lastIndexOf(':');
    const span = { start: colon + 1, end: text.length };
    const levels = LEVELS.map((one) => ({ text: one, role: 'keyword' as const, span }));
    return offset <= colon || colon < 0 ? [...levels, ...MODULES] : levels;
  },
};

const LEVELS = vocabulary('LogLevel')?.words ?? [];

const MODULES = [...allModules()].map(({ identifier, name }) => ({
  text: `${shortName(identifier)}:`,
  role: 'module' as const,
  detail: name,
}));

function shortName(identifier: string): string {
  return identifier.replace(/_module$/, '');
}

function modulePart(name: string, ask: Ask): Part {
  const span = { start: 0, end: name.length };
  const key = moduleNamed(name) ?? moduleByIdentifier(`${name}_module`)?.identifier;
  const isLoaded = moduleLoaded(ask, key ?? name) !== 'no' || ask(ownModuleKey(`${name}_module`)) !== undefined;
  const problem = isLoaded || (key === undefined && !isClosedWorld(ask)) ? undefined : noModule(name, key);
  return { span, role: 'module', ...(key !== undefined && { key }), ...(problem && { problem }) };
}

function noModule(name: string, key: string | undefined): Problem {
  const near =
    key === undefined
      ? nearNames(
          name,
          [...allModules()].map(({ identifier }) => shortName(identifier)),
        )
      : [];
  return {
    code: 'keyword-value',
    message: key === undefined ? `There is no module \`${name}\`.` : `The module \`${key}\` is not loaded.`,
    why: 'httpd refuses the line. Letter case counts here.',
    repairs: changesTo(near),
  };
}

function levelPart(text: string, start: number): Part {
  const written = text.slice(start);
  const span = { start, end: text.length };
  const key = LEVELS.find((one) => one === written.toLowerCase());
  return { span, role: 'keyword', ...(key === undefined ? { problem: noLevel(text, written) } : { key }) };
}

function noLevel(text: string, written: string): Problem {
  const near = nearNames(written, LEVELS);
  return {
    code: 'keyword-value',
    message: written === '' ? `Behind \`${text}\` a level must stand.` : `\`${written}\` is no level.`,
    why: `httpd takes ${LEVELS.slice(0, 8).join(', ')} and trace1 to trace8, and refuses the line.`,
    repairs: changesTo(near),
  };
}
