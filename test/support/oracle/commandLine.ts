import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Httpd } from './httpd.ts';
import type { Input } from './input.ts';
import { BESIDE, SERVER_ROOT, withRoot, writeText } from './serverRoot.ts';

/** What the server reads beside its root: the prelude, and a file around a text that is a part of a section. */
export const PRELUDE = `${BESIDE}/prelude.conf`;
const AROUND = `${BESIDE}/around.conf`;

/** The path of the text itself, as it is written in texts. */
export function textPath({ name = 'httpd.conf' }: Pick<Input, 'name'>): string {
  return `${SERVER_ROOT}/${name}`;
}

/** Writes what the server is to read. */
export function writeInput(root: string, input: Input): void {
  const beside = dirname(root);
  const write = (path: string, text: string) => writeText(root, path.replace(BESIDE, beside), text, input);
  write(textPath(input), input.text);
  write(PRELUDE, input.prelude ?? '');
  if (input.within) write(AROUND, around(input, input.within));
  for (const [name, text] of Object.entries(input.files ?? {})) write(`${SERVER_ROOT}/${name}`, text);
  for (const [name, target] of Object.entries(input.links ?? {})) writeLink(join(root, name), target);
}

/** The arguments that make the server read it; `first` are directives that come before all others. */
export function argumentsOf(root: string, input: Input, first: readonly string[] = []): string[] {
  const { prelude, within, defines = [] } = input;
  const before = [...first, ...(prelude === undefined ? [] : [`Include "${PRELUDE}"`])];
  return [
    ...['-d', root, '-f', (within ? AROUND : textPath(input)).replace(BESIDE, dirname(root))],
    ...defines.flatMap((name) => ['-D', name]),
    ...before.flatMap((line) => ['-C', line.replaceAll(BESIDE, dirname(root))]),
  ];
}

/** The environment in which it runs. */
export function environmentOf(root: string, httpd: Httpd, input: Input): Readonly<Record<string, string>> {
  const own = Object.entries(input.environment ?? {}).map(([name, value]) => [name, withRoot(root, value)] as const);
  return { ...Object.fromEntries(own), ...httpd.environment };
}

function writeLink(path: string, target: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

function around(input: Input, tag: string): string {
  const [name = ''] = /^<\w+/.exec(tag) ?? [];
  return `${tag}\nInclude "${textPath(input)}"\n${name.replace('<', '</')}>\n`;
}
