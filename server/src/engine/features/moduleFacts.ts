import type { BuildProfile, Module } from '../catalogue/module.ts';
import { usualFile } from '../kinds/moduleIdentifier.ts';
import { isAlwaysBuiltIn } from './loaded.ts';
import { bullets, code, codeBlock, codeList, manualLink, paragraphs } from './markdown.ts';

const BUILD_NAMES: Readonly<Record<BuildProfile, string>> = {
  debian: 'Debian',
  redhat: 'Red Hat',
  homebrew: 'Homebrew',
  upstream: 'httpd’s own build',
  windows: 'Windows',
};

/** What is known of a module; `loaded` is the sentence on this configuration. */
export function moduleFacts(module: Module, loaded?: string): string {
  const file = usualFile(module);
  return paragraphs([
    file === undefined ? undefined : codeBlock([`LoadModule ${module.identifier} modules/${file}`]),
    [`Module **${module.name}**${status(module)}.`, loaded].filter((part) => part !== undefined).join(' '),
    bullets(facts(module)),
    module.page === undefined ? undefined : manualLink(module.page, module.name),
  ]);
}

function status({ thirdParty, status: known }: Module): string {
  if (thirdParty) return ', which is not part of httpd';
  return known === 'MPM' ? ', one of the MPMs, of which exactly one is loaded' : '';
}

function facts(module: Module): string[] {
  return [
    `In \`<IfModule>\`: ${codeList([module.sourceFile, module.identifier], 'or')}`,
    ...fileFacts(module),
    ...builtInFacts(module),
    ...(module.a2enmod ? [`On Debian and Ubuntu: ${code(`a2enmod ${module.a2enmod.name}`)}`] : []),
    ...(module.package === undefined ? [] : [`Package on Debian: ${code(module.package)}`]),
    ...needFacts(module),
  ];
}

/** One bullet for each file name, with the builds that use it. */
function fileFacts({ files }: Module): string[] {
  const builds = Object.entries(files) as [BuildProfile, string][];
  return [...new Set(builds.map(([, file]) => file))].map((file) => {
    const names = builds.filter(([, other]) => other === file).map(([build]) => BUILD_NAMES[build]);
    return `File: ${code(file)} (${names.join(', ')})`;
  });
}

function builtInFacts({ identifier, builtIn = [] }: Module): string[] {
  if (builtIn.length === 0) return [];
  if (isAlwaysBuiltIn(identifier)) return ['Built into every httpd, so it needs no LoadModule'];
  return [`Built in, without LoadModule: ${builtIn.map((build) => BUILD_NAMES[build]).join(', ')}`];
}

function needFacts({ needs }: Module): string[] {
  const { load = [], start = [] } = needs ?? {};
  return [
    ...(load.length > 0 ? [`Must be loaded above it: ${codeList(load, 'and')}`] : []),
    ...(start.length > 0 ? [`The server does not start without: ${codeList(start, 'and')}`] : []),
  ];
}
