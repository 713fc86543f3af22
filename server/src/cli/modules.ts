import { loadedModules, type LoadedModule } from '../engine/engine.ts';
import type { Arguments } from './arguments.ts';
import { readMainFile } from './mainFile.ts';
import type { Output } from './output.ts';
import { perhaps } from './perhaps.ts';
import { printable } from './report/printable.ts';

const MORE_BUILT_IN = 'More modules may be built in: how this httpd was built is not known. --static-modules says it.';
const MORE = 'More modules may be loaded: not all that this configuration reads is known.';

/** `htconf modules`: what `httpd -M` lists, in its form; what is not known is said behind it. */
export async function modules(args: Arguments, output: Output): Promise<number> {
  const { modules, knowsBuiltIn, isWhole } = loadedModules(await readMainFile(args));
  const notes = [...(knowsBuiltIn ? [] : [MORE_BUILT_IN]), ...(isWhole ? [] : [MORE])];
  const lines = ['Loaded Modules:', ...modules.map(moduleLine), ...notes];
  output.write(`${lines.join('\n')}\n`);
  return 0;
}

function moduleLine({ identifier, how, dependsOn }: LoadedModule): string {
  return printable(` ${identifier} (${how})${perhaps(dependsOn)}`);
}
