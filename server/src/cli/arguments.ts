import { parseArgs } from 'node:util';
import type { Command, Option } from './options.ts';
import { Problem } from './problem.ts';

/** What was typed behind the name of a command. */
export interface Arguments {
  /** The values of each option that was given; one that takes none has the value ''. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly paths: readonly string[];
}

const HELP: Option = { name: 'help', help: '' };

/** The arguments of a command; throws a Problem for what it does not take. `--help` is always taken. */
export function parseArguments(command: Command, args: readonly string[]): Arguments {
  const rows = new Map([...command.options, HELP].map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...args],
    options: nodeOptions([...rows.values()]),
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const paths: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(pathOf(command, token.value, paths.length));
    if (token.kind !== 'option') continue;
    const option = rows.get(token.name);
    if (!option)
      throw new Problem(`${command.name} has no option ${token.rawName}; \`htconf help ${command.name}\` lists them.`);
    values.set(option.name, [...(values.get(option.name) ?? []), valueOf(option, token)]);
  }
  return { values, paths };
}

function nodeOptions(options: readonly Option[]): Record<string, { type: 'string' | 'boolean'; short?: string }> {
  const help = { type: 'boolean', short: 'h' } as const;
  const rows = options.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' }] as const);
  return { ...Object.fromEntries(rows), help };
}

function pathOf({ name, takes }: Command, path: string, before: number): string {
  if (!takes) throw new Problem(`${name} takes no \`${path}\`.`);
  const operand = { paths: 'PATH', file: 'FILE', name: 'name' }[takes];
  if (takes !== 'paths' && before > 0) throw new Problem(`${name} takes one ${operand}, and \`${path}\` is one more.`);
  if (path === '') throw new Problem(`A ${operand} is empty.`);
  return path;
}

/** The value of an option as it was typed. */
function valueOf(option: Option, token: { value: string | undefined; inlineValue: boolean | undefined }): string {
  const { name, value: written, pattern } = option;
  if (written === undefined) {
    if (token.value !== undefined) throw new Problem(`--${name} takes no value.`);
    return '';
  }
  const { value, inlineValue = false } = token;
  if (value === undefined || (!inlineValue && value.startsWith('-')))
    throw new Problem(`--${name} needs a value: ${written}.`);
  if (pattern && !pattern.test(value)) throw new Problem(`--${name} takes ${written}, not \`${value}\`.`);
  return value;
}

export function isGiven({ values }: Arguments, name: string): boolean {
  return values.has(name);
}

/** All values of an option that may be repeated. */
export function allOf({ values }: Arguments, name: string): readonly string[] {
  return values.get(name) ?? [];
}

/** The value of an option that counts once: the last one. */
export function valueFor(args: Arguments, name: string): string | undefined {
  return allOf(args, name).at(-1);
}

/** The same for one of fixed words. */
export function choiceFor<T extends string>(args: Arguments, name: string, choices: readonly T[]): T | undefined {
  const value = valueFor(args, name);
  return choices.find((choice) => choice === value);
}
