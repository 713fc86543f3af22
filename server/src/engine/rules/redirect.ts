import { nearNames } from '../base/spelling.ts';
import type { Offer } from '../catalogue/contexts.ts';
import { inRaw, type Directive } from '../evaluation/directive.ts';
import type { Problem, Repair } from '../kinds/kind.ts';
import { removeInLine, replaceInLine } from './edits.ts';
import { isTarget, redirectStatus, STATUS_NAMES } from './redirectStatus.ts';
import type { Fix, FixContext, Rule } from './rule.ts';
import { changesTo } from '../kinds/meant.ts';

/** Whether status, path and address of a Redirect fit each other (httpd-config 8.3). */
export const redirect: Rule = {
  code: 'redirect',
  keys: ['redirect', 'redirectmatch', 'redirectpermanent', 'redirecttemp'],
  directive(directive) {
    const fault = faultOf(directive);
    const word = fault && directive.words[fault.index];
    if (!word) return [];
    const { message, why, severity } = fault;
    return [{ span: inRaw(directive.step, word.span), message, why, ...(severity && { severity }) }];
  },
  fixes(context) {
    const fault = context.directive && faultOf(context.directive);
    return (fault?.repairs ?? []).flatMap((repair) => fixOf(context, repair));
  },
};

interface Fault extends Pick<Problem, 'message' | 'severity' | 'repairs'> {
  /** Of the word that is marked. */
  readonly index: number;
  readonly why: string;
}

/** One word for another; for a word that is taken away the blanks in front go too. */
function fixOf(context: FixContext, { title, text, preferred = false }: Repair): Fix[] {
  const edit = text === '' ? removeInLine(context, context.span) : replaceInLine(context, context.span, text);
  return edit ? [{ title, safe: false, preferred, edits: [edit] }] : [];
}

/** Where a place may be several things, only what is at fault in all of them is at fault. */
function faultOf(directive: Directive): Fault | undefined {
  const { words, key, step } = directive;
  if (words.length === 0 || words.some((word) => word.hole)) return undefined;
  const texts = words.map(({ value }) => value.text);
  const faults = step.place.offers.map((offer) => faultIn(texts, key === 'redirectmatch', offer));
  return faults.includes(undefined) ? undefined : faults[0];
}

function faultIn(texts: readonly string[], isPattern: boolean, { hasPath }: Offer): Fault | undefined {
  const [first = '', second, third] = texts;
  const { isStatus, redirects } = redirectStatus(first);
  if (third !== undefined && !isStatus) return noStatus(first);
  if (hasPath && isOfSection(texts.length, isStatus, redirects)) return undefined;
  const [path, target, index] = isStatus ? [second, third, 2] : [first, second, 1];
  if (!redirects) return target === undefined ? undefined : needless(first, index);
  if (target === undefined) return noTarget(texts);
  if (isPattern) return undefined;
  return isTarget(target) ? neverFits(path, isStatus) : noAddress(target, index);
}

/** In a section for a path, the path may be left out. */
function isOfSection(count: number, isStatus: boolean, redirects: boolean): boolean {
  if (!isStatus) return count === 1;
  return redirects ? count === 2 : count === 1;
}

function noStatus(text: string): Fault {
  const near = nearNames(text, STATUS_NAMES);
  return {
    index: 0,
    message: `\`${text}\` is no status that httpd knows here.`,
    why: 'With three arguments the first one must be `permanent`, `temp`, `seeother`, `gone` or a number. httpd refuses the line.',
    repairs: changesTo(near),
  };
}

function needless(status: string, index: number): Fault {
  return {
    index,
    message: `The status \`${status}\` sends nobody elsewhere, so it takes no address.`,
    why: 'Only `permanent`, `temp`, `seeother` and the numbers from 300 to 399 do. httpd refuses the line.',
    repairs: [{ title: 'Remove the address', text: '', preferred: true }],
  };
}

function noTarget(texts: readonly string[]): Fault {
  return {
    index: texts.length - 1,
    message: 'There is no address to send people to.',
    why: 'Outside of sections such as `<Location>` it takes a path and an address. httpd refuses the line.',
  };
}

function noAddress(target: string, index: number): Fault {
  const better = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/|$)/.test(target) ? `https://${target}` : `/${target}`;
  return {
    index,
    message: `\`${target}\` is no address: it must begin with \`/\`, or with a scheme such as \`https://\`.`,
    why: 'httpd refuses the line.',
    repairs: [{ title: `Change to ${better}`, text: better }],
  };
}

/** httpd compares with the path of the request, which begins with a slash. */
function neverFits(path: string | undefined, isStatus: boolean): Fault | undefined {
  if (path === undefined || /^(?:\/|\*$)/.test(path)) return undefined;
  const near = isStatus ? [] : nearNames(path, STATUS_NAMES);
  return {
    index: isStatus ? 1 : 0,
    severity: 'warning',
    message: `\`${path}\` is taken for a path, and no request has one without a slash in front.`,
    why: 'httpd accepts the line, and never redirects anything because of it.',
    repairs: near.map((name) => ({ title: `Change to ${name}`, text: name })),
  };
}
