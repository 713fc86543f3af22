import { isNear } from '../base/spelling.ts';
import { allModules, isKnownModuleName, moduleByIdentifier, moduleBySourceFile } from '../catalogue/catalogue.ts';
import type { Ask } from '../base/ask.ts';
import type { Candidate, Kind, Part, Problem } from './kind.ts';
import { moduleNamed, ownModuleKey } from './world.ts';
import { changesTo } from './meant.ts';

/** The argument of `<IfModule>`: an identifier or a source file, letter case counts, `!` in front (httpd-config 7.2). */
export const moduleName: Kind = {
  id: 'module-name',
  parse({ value, quote }, ask) {
    const negated = quote === undefined && value.text.startsWith('!');
    const start = negated ? 1 : 0;
    const part = namePart(value.text.slice(start), start, ask);
    return negated ? [{ span: { start: 0, end: 1 }, role: 'operator' }, part] : [part];
  },
  suggest: (parts) => candidates(parts.find((part) => part.role === 'module')),
};

function namePart(name: string, start: number, ask: Ask): Part {
  const span = { start, end: start + name.length };
  const key = moduleNamed(name);
  if (key !== undefined) return { span, role: 'module', key };
  const problem = isKnownModuleName(name) || ask(ownModuleKey(name)) ? undefined : misspelt(name, start > 0);
  return { span, role: 'module', ...(problem && { problem }) };
}

function misspelt(name: string, negated: boolean): Problem | undefined {
  const near = nearModuleNames(name);
  if (near.length === 0) return undefined;
  return {
    code: 'dead-condition',
    message: `No module is named \`${name}\`.`,
    why: `This ${negated ? 'always' : 'never'} holds: httpd looks for exactly this name, letter case included. \`${near[0] ?? ''}\` is a name that it knows.`,
    repairs: changesTo(near),
  };
}

/** Names that a condition may have been meant for: another case, `.so` for `.c`, a missing `mod_`, a slip. */
function nearModuleNames(name: string): string[] {
  const lower = name.toLowerCase();
  const exact = [
    lower,
    lower.replace(/\.(so|cpp|o|h)?$/, '.c'),
    `mod_${lower}`,
    `mod_${lower}.c`,
    `${lower}.c`,
    `${lower}_module`,
    lower.replace(/^mod_(.*?)(\.\w+)?$/, '$1_module'),
  ];
  const found = exact.filter((candidate) => moduleByIdentifier(candidate) ?? moduleBySourceFile(candidate));
  if (found.length > 0) return [...new Set(found)].slice(0, 1);
  const stem = stemOf(lower);
  if (stem.length < 3) return [];
  const modules = [...allModules()].filter((module) => isNear(stem, stemOf(module.identifier)));
  return modules.map((module) => (lower.endsWith('_module') ? module.identifier : module.sourceFile));
}

function stemOf(name: string): string {
  return name.replace(/^mod_/, '').replace(/(_module|\.\w*)$/, '');
}

function candidates(part: Part | undefined): Candidate[] {
  const at = part ? { span: part.span } : {};
  return [...allModules()].flatMap((module) => [
    { text: module.sourceFile, role: 'module' as const, detail: module.identifier, ...at },
    { text: module.identifier, role: 'module' as const, detail: module.sourceFile, ...at },
  ]);
}
