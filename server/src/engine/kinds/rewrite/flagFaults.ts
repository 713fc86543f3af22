import type { Ask } from '../../base/ask.ts';
import type { Span } from '../../base/span.ts';
import { nearNames } from '../../base/spelling.ts';
import { compareVersion } from '../../base/version.ts';
import type { RewriteFlag } from '../../catalogue/rewriteWords.ts';
import type { Problem, Repair } from '../kind.ts';
import { KEYS } from '../world.ts';
import type { FlagSort } from './flagSort.ts';
import { flagNamed, isBracketed, writtenFlags } from './writtenFlags.ts';
import { wasMeant } from '../meant.ts';

const REFUSES = 'httpd refuses the line.';

/** The third argument is not in brackets, or not all of it. */
export function noBrackets({ code, flags }: FlagSort, text: string): Problem {
  const right = `[${text.trim().replace(/^\[|\]$/g, '')}]`;
  const isMeant = isBracketed(right) && writtenFlags(right).every(({ name }) => flagNamed(flags, part(right, name)));
  return {
    code,
    message: isMeant
      ? `Flags stand in square brackets: \`${right}\`.`
      : `\`${text}\` stands where the flags should, in square brackets. An argument with blanks needs quotes.`,
    why: 'httpd takes the third argument for flags, and refuses the line.',
    ...(isMeant && { repairs: [change(right)] }),
  };
}

function part(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Nothing between two commas, or between the brackets. */
export function emptyFlag({ code }: FlagSort): Problem {
  return {
    code,
    message: 'A flag is missing here.',
    why: 'httpd takes the empty text for a flag that it does not know, and refuses the line.',
    repairs: [{ title: 'Remove it', text: '', preferred: true }],
  };
}

/** A name that httpd does not know; `written` has its value too. */
export function unknownFlag(sort: FlagSort, name: string, written: string): Problem {
  const { code, directive, flags, others } = sort;
  const meant = meantBy(flags, name, written);
  const other = meant.length === 0 ? flagNamed(others.flags, name) : undefined;
  return {
    code,
    message: other
      ? `\`${name}\` is a flag of \`${others.directive}\`, and \`${directive}\` has none of that name.`
      : `\`${directive}\` has no flag \`${name}\`.${wasMeant(meant)}`,
    why: REFUSES,
    repairs: meant.map((text) => ({ ...change(text), preferred: meant.length === 1 })),
  };
}

/** httpd takes any name that begins with D, and does nothing with it (httpd-config 8.2). */
export function ignoredFlag(sort: FlagSort, name: string): Problem {
  return {
    ...unknownFlag(sort, name, name),
    severity: 'warning',
    why: 'httpd takes any flag that begins with a D, and does nothing with one that it does not know.',
  };
}

/** Several flags without a comma between, `R:301` for `R=301`, else near names; a short name is near to every other. */
function meantBy(flags: readonly RewriteFlag[], name: string, written: string): string[] {
  const pieces = written.split(/[\s;|&+]+/).filter((piece) => piece !== '');
  const isList = pieces.length > 1 && pieces.every((piece) => flagNamed(flags, piece.replace(/=.*/s, '')));
  if (isList) return [pieces.join(',')];
  const [, flag = '', value] = /^([A-Za-z]+):?(\d+)$/.exec(name) ?? [];
  if (value !== undefined && ['status', 'number'].includes(flagNamed(flags, flag)?.value ?? ''))
    return [`${flag}=${value}`];
  if (/^30\d$/.test(name) && flagNamed(flags, 'R')) return [`R=${name}`];
  if (name.length < SHORTEST) return [];
  return nearNames(name, flags.flatMap(namesOf)).slice(0, 3);
}

const SHORTEST = 3;

function namesOf({ name, long }: RewriteFlag): string[] {
  return [name, ...(long === undefined ? [] : [long])].filter((one) => one.length >= SHORTEST);
}

/** A flag that this httpd does not have yet; distributions have put some into older releases. */
export function tooNew({ code }: FlagSort, { name, since, patched }: RewriteFlag, ask: Ask): Problem | undefined {
  const version = ask(KEYS.version);
  if (version === undefined || since === undefined || compareVersion(version, '>=', since) !== 'no') return undefined;
  return {
    code,
    ...(patched && { severity: 'warning' as const }),
    message: `The flag \`${name}\` needs httpd ${since} or newer, and this is httpd ${version}.`,
    why: patched
      ? 'httpd refuses a flag that it does not know, unless the distribution has put this one into its older release.'
      : 'httpd refuses a flag that it does not know.',
  };
}

/** A flag that stands for nothing without a value. */
export function withoutValue({ code }: FlagSort, { name, without }: RewriteFlag): Problem | undefined {
  if (without === undefined) return undefined;
  return {
    code,
    ...(without === 'needed' && { severity: 'warning' as const }),
    message: `The flag \`${name}\` needs a value: \`${name}=…\`.`,
    why: without === 'refused' ? REFUSES : 'httpd takes it, and nothing comes of it.',
  };
}

function change(text: string): Repair {
  return { title: `Change to ${text}`, text, preferred: true };
}
