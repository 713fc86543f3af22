import { virtualHosts, type ListedAddress, type ListedHost } from '../engine/engine.ts';
import { filePath } from '../hosts/fileUri.ts';
import type { Arguments } from './arguments.ts';
import { displayPath } from './displayPath.ts';
import { readMainFile } from './mainFile.ts';
import type { Output } from './output.ts';
import { perhaps } from './perhaps.ts';
import { printable } from './report/printable.ts';

const MORE = 'More virtual hosts may be there: not all that this configuration reads is known.';

/** `htconf vhosts`: what `httpd -S` lists of virtual hosts, in its form; what is not known is said behind it. */
export async function vhosts(args: Arguments, output: Output): Promise<number> {
  const { addresses, isWhole } = virtualHosts(await readMainFile(args));
  const lines = ['VirtualHost configuration:', ...addresses.flatMap(addressLines)];
  output.write(`${[...lines.map(printable), ...(isWhole ? [] : [MORE])].join('\n')}\n`);
  return 0;
}

function addressLines({ label, hosts }: ListedAddress): string[] {
  const [first] = hosts;
  if (!first) return [];
  const head = label.padEnd(22);
  if (hosts.length === 1) return [`${head} ${hostText(first)}`];
  return [
    `${head} is a NameVirtualHost`,
    `${indent(8)} default server ${hostText(first)}`,
    ...hosts.flatMap(hostLines),
  ];
}

function hostLines(host: ListedHost): string[] {
  const port = host.port === 0 ? '*' : String(host.port);
  return [
    `${indent(8)} port ${port} namevhost ${hostText(host)}`,
    ...host.aliases.map((name) => `${indent(16)} alias ${name}`),
    ...host.wildAliases.map((name) => `${indent(16)} wild alias ${name}`),
  ];
}

function indent(width: number): string {
  return ' '.repeat(width);
}

function hostText(host: ListedHost): string {
  const { uri, line, dependsOn } = host;
  return `${nameText(host)} (${displayPath(filePath(uri) ?? uri)}:${String(line)})${perhaps(dependsOn)}`;
}

/** httpd prints what the system tells it. */
function nameText({ name, nameOf }: ListedHost): string {
  return name ?? (nameOf === undefined ? '[name of this machine]' : `[name of ${nameOf}]`);
}
