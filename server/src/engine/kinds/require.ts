import type { Ask } from '../base/ask.ts';
import { skipBlanks, skipWord } from '../base/blanks.ts';
import type { Span } from '../base/span.ts';
import { nearNames } from '../base/spelling.ts';
import { providersOf } from '../catalogue/catalogue.ts';
import { readExpression } from './expression/read.ts';
import { suggestBehind } from './expression/suggest.ts';
import type { Candidate, Kind, Part, Problem, Repair } from './kind.ts';
import { isClosedWorld, providerKey } from './world.ts';
import { METHODS } from './methods.ts';
import { changesTo, wasMeant } from './meant.ts';

/** `Require [not] PROVIDER ARGUMENTS` as one raw text (httpd-config 8.6). */
export const require: Kind = {
  id: 'require',
  parse: ({ value }, ask) => parse(value.text, ask),
  suggest: (parts, offset, ask, text) => suggest(parts, offset, ask, text),
};

/** What a provider takes behind its name, where httpd looks at it while it reads. */
const ARGUMENTS: Readonly<Record<string, (argument: string) => Problem | undefined>> = {
  all: allArgument,
  method: methodArgument,
  ssl: noArgument,
  'ssl-verify-client': noArgument,
};

/** What reads the text behind a provider that takes an expression, from where it begins. */
type Reader = (text: string, start: number, provider: Part, ask: Ask) => readonly Part[];

const string: Reader = (text, at, _, ask) => readExpression({ text: text.slice(at), at, outer: '' }, 'string', ask);

/** Double quotes around the whole do not belong to the condition. */
const condition: Reader = (text, start, provider, ask) => {
  const isQuoted = /^".*"$/s.test(text.slice(start));
  const at = isQuoted ? start + 1 : start;
  const inside = text.slice(at, isQuoted ? -1 : undefined);
  if (inside === '') return [{ span: provider.span, role: 'provider', problem: MISSING_CONDITION }];
  return readExpression({ text: inside, at, outer: isQuoted ? '"' : '' }, 'condition', ask);
};

const READERS: Readonly<Record<string, Reader>> = {
  expr: condition,
  ...Object.fromEntries(
    [
      ...['user', 'group', 'host', 'forward-dns', 'dbm-group', 'dbd-group'],
      ...['ldap-user', 'ldap-group', 'ldap-dn', 'ldap-attribute', 'ldap-filter', 'ldap-search'],
    ].map((name) => [name, string]),
  ),
};

const MISSING_CONDITION: Problem = {
  code: 'expression',
  message: 'A condition is missing behind `expr`.',
  why: 'httpd refuses the line.',
};

function parse(text: string, ask: Ask): Part[] {
  const first = wordAt(text, 0);
  if (!first) return [];
  const negated = bare(text, first).toLowerCase() === 'not';
  const span = negated ? wordAt(text, first.end) : first;
  const not: Part = { span: first, role: 'operator', key: 'not' };
  if (!span) return [{ ...not, problem: MISSING_PROVIDER }];
  const provider = providerPart(bare(text, span), span, ask);
  return [...(negated ? [not] : []), provider, ...argumentParts(text, span.end, provider, ask)];
}

/** The next word, with its quotes; only the name of a provider may have some. */
function wordAt(text: string, from: number): Span | undefined {
  const start = skipBlanks(text, from);
  if (start >= text.length) return undefined;
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return { start, end: skipWord(text, start) };
  const end = text.indexOf(quote, start + 1);
  return { start, end: end < 0 ? text.length : end + 1 };
}

function bare(text: string, span: Span): string {
  return text.slice(span.start, span.end).replace(/^["']|["']$/g, '');
}

const MISSING_PROVIDER: Problem = {
  code: 'require-provider',
  message: 'What is required is missing behind `not`.',
  why: 'httpd refuses the line.',
};

function providerPart(name: string, span: Span, ask: Ask): Part {
  const names = providersOf('authz').map((provider) => provider.name);
  if (names.includes(name)) return { span, role: 'provider', key: name };
  if (ask(providerKey('authz', name))) return { span, role: 'provider' };
  const near = nearNames(name, names);
  const sure = isClosedWorld(ask) || near.length === 1;
  return { span, role: 'provider', ...(sure && { problem: unknownProvider(name, near) }) };
}

function unknownProvider(name: string, near: readonly string[]): Problem {
  return {
    code: 'require-provider',
    message: `\`${name}\` is nothing that Require knows.${wasMeant(near)}`,
    why: 'httpd refuses the line. Letter case counts here.',
    repairs: changesTo(near),
  };
}

function argumentParts(text: string, from: number, provider: Part, ask: Ask): readonly Part[] {
  const read = READERS[provider.key ?? ''];
  if (read) return read(text, skipBlanks(text, from), provider, ask);
  const start = skipBlanks(text, from);
  const check = ARGUMENTS[provider.key ?? ''];
  if (start >= text.length) {
    const problem = check?.('');
    if (problem && provider.key === 'all') return [{ span: provider.span, role: 'provider', problem }];
    return [];
  }
  const argument = text.slice(start);
  const problem = check?.(argument);
  return [
    {
      span: { start, end: text.length },
      role: provider.key === 'all' ? 'keyword' : 'text',
      ...(problem && { problem }),
    },
  ];
}

function allArgument(argument: string): Problem | undefined {
  if (/^(granted|denied)$/i.test(argument)) return undefined;
  return {
    code: 'require-provider',
    message:
      argument === ''
        ? '`Require all` needs `granted` or `denied`.'
        : `\`Require all\` takes \`granted\` or \`denied\`, not \`${argument}\`.`,
    why: 'httpd refuses the line.',
    repairs: allRepairs(argument),
  };
}

function allRepairs(argument: string): Repair[] {
  if (argument === '') return [];
  const [first] = argument.replace(/["']/g, '').split(/\s/);
  const near = nearNames(first ?? '', ['granted', 'denied']);
  return (near.length > 0 ? near : ['granted', 'denied']).map((text) => ({
    title: `Change to ${text}`,
    text,
    preferred: near.length === 1,
  }));
}

function methodArgument(argument: string): Problem | undefined {
  const unknown = argument.split(/\s+/).find((name) => METHODS.includes(name.toUpperCase()) && !METHODS.includes(name));
  if (unknown === undefined) return undefined;
  const text = argument.replace(unknown, unknown.toUpperCase());
  return {
    code: 'require-provider',
    message: `\`${unknown}\` is no method: letter case counts.`,
    why: 'httpd refuses the line.',
    repairs: [{ title: `Change to ${unknown.toUpperCase()}`, text, preferred: true }],
  };
}

function noArgument(argument: string): Problem | undefined {
  if (argument === '') return undefined;
  return {
    code: 'require-provider',
    message: 'Nothing may stand behind this.',
    why: 'httpd refuses the line.',
    repairs: [{ title: 'Remove it', text: '', preferred: true }],
  };
}

/** Providers where the name stands, `granted` and `denied` behind `all`. */
function suggest(parts: readonly Part[], offset: number, ask: Ask, text: string): readonly Candidate[] {
  const provider = parts.find((part) => part.role === 'provider');
  const not = parts.find(({ role, key }) => role === 'operator' && key === 'not');
  if (!provider) {
    const behind = not !== undefined && offset > not.span.end;
    return providerCandidates(behind ? { start: offset, end: offset } : not?.span, behind);
  }
  if (offset <= provider.span.end) return providerCandidates(provider.span, not !== undefined);
  if (provider.key === 'expr') return suggestBehind(text, conditionStart(text, provider.span.end), offset, ask);
  if (provider.key !== 'all') return [];
  const span = parts.find((part) => part.span.start > provider.span.end)?.span ?? { start: offset, end: offset };
  return ['granted', 'denied'].map((text) => ({ text, role: 'keyword', span }));
}

/** Behind the blanks, and behind a quote that the condition is in. */
function conditionStart(text: string, from: number): number {
  const start = skipBlanks(text, from);
  return text[start] === '"' ? start + 1 : start;
}

function providerCandidates(replaced: Span | undefined, negated: boolean): Candidate[] {
  const span = replaced && { span: replaced };
  const providers = providersOf('authz').map(({ name, module }) => ({
    text: name,
    role: 'provider' as const,
    detail: module,
    ...span,
  }));
  return negated ? providers : [...providers, { text: 'not', role: 'operator', ...span }];
}
