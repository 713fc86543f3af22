import { COMMANDS, type Command, type Option } from './options.ts';
import { wrapped } from './wrapped.ts';

/** The commands, for somebody who types none. */
export function helpOfAll(): string {
  const rows = [
    ...COMMANDS.map((command): Row => [usage(command), command.summary]),
    ['help COMMAND', 'Explains a command and its options.'] as const,
    ['--version', 'Says which version of htconf this is.'] as const,
  ];
  return `htconf: finds the mistakes in Apache httpd configuration before httpd does.\n\n${table(rows)}`;
}

/** A command and its options. */
export function helpOf(command: Command): string {
  const notes = command.notes.map((note) => `${wrapped(note, 0)}\n`).join('\n');
  const head = `${command.summary}\n\n${notes}`;
  if (command.options.length === 0) return `htconf ${usage(command)}\n\n${head}`;
  const options = table(command.options.map((option) => [optionUsage(option), optionHelp(option)]));
  return `htconf ${usage(command)} [OPTION...]\n\n${head}\nOptions:\n${options}`;
}

function usage({ name, takes, options }: Command): string {
  return `${name} ${takes ? OPERANDS[takes] : options.slice(0, 1).map(optionUsage).join('')}`;
}

const OPERANDS: Readonly<Record<NonNullable<Command['takes']>, string>> = {
  paths: '[PATH...]',
  file: 'FILE',
  name: 'CODE|DIRECTIVE',
};

function optionUsage({ name, value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function optionHelp({ help, repeat }: Option): string {
  return repeat ? `${help} May be given more than once.` : help;
}

type Row = readonly [left: string, right: string];

/** Rows in two columns; a left side that is too long stands on a line of its own. */
function table(rows: readonly Row[]): string {
  const indent = 30;
  return rows
    .map(([left, right]) => {
      const lead = `  ${left}`;
      const head = lead.length < indent - 1 ? lead.padEnd(indent) : `${lead}\n${' '.repeat(indent)}`;
      return `${head}${wrapped(right, indent)}\n`;
    })
    .join('');
}
