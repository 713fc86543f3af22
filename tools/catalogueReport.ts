// npm run catalogue:report: how many directives have arguments of which more is known than that they are text, and why not the others.
import { moduleFiles, thirdPartyFiles } from '../server/src/engine/catalogue/data/index.ts';
import type { StoredModuleFile } from '../server/src/engine/catalogue/stored.ts';
import { knownArguments } from './catalogue/plainArguments.ts';

report('Directives of httpd', moduleFiles);
report('Directives of other modules', thirdPartyFiles);

function report(title: string, files: readonly StoredModuleFile[]): void {
  const all = knownArguments(files);
  const count = (typed: string): string => String(all.filter((one) => one.typed === typed).length).padStart(5);
  console.log(`${title}: ${String(all.length)}`);
  console.log(`${count('none')}  take no arguments`);
  console.log(`${count('all')}  have a kind for every argument`);
  console.log(`${count('some')}  have a kind for some arguments`);
  console.log(`${count('text')}  have nothing but text`);
  for (const { name, plain } of all)
    for (const { label, reason = 'nobody has looked yet' } of plain) console.log(`       ${name}, ${label}: ${reason}`);
  console.log('');
}
