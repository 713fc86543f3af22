import { METHODS } from './methods.ts';
import type { Kind, Part, Problem } from './kind.ts';

/** What a list of methods is for: `<Limit>`, `<LimitExcept>`, AllowMethods. */
const LISTS = ['limit', 'except', 'allow'] as const;

/**
 * A method of HTTP; letter case counts (httpd-config 1.4), but for `reset` of AllowMethods. A method that httpd does not
 * know is taken as a new one.
 */
export function method(list: string): Kind {
  if (!LISTS.some((known) => known === list)) throw new Error(`no list of methods ${list}`);
  const words = list === 'allow' ? ['reset', ...METHODS] : METHODS;
  return {
    id: `method:${list}`,
    parse: ({ value }) => [part(value.text, list)],
    suggest: () => words.map((text) => ({ text, role: 'method' })),
  };
}

function part(text: string, list: string): Part {
  const span = { start: 0, end: text.length };
  if (list === 'allow' && text.toLowerCase() === 'reset') return { span, role: 'keyword', key: 'reset' };
  const upper = text.toUpperCase();
  if (!METHODS.includes(upper)) return { span, role: 'method' };
  if (text !== upper) return { span, role: 'method', problem: otherCase(text, upper, list) };
  if (list === 'limit' && text === 'TRACE') return { span, role: 'method', key: text, problem: TRACE };
  return { span, role: 'method', key: text };
}

const TRACE: Problem = {
  code: 'method',
  message: '`TRACE` cannot be limited.',
  why: 'httpd refuses it here. `TraceEnable off` forbids it.',
};

function otherCase(text: string, upper: string, list: string): Problem {
  return {
    code: 'method',
    ...(list !== 'allow' && { severity: 'warning' as const }),
    message: `\`${text}\` is not the method ${upper}: letter case counts.`,
    why:
      list === 'allow'
        ? 'httpd refuses it.'
        : `httpd takes \`${text}\` for a method of its own, which no client sends.`,
    repairs: [{ title: `Change to ${upper}`, text: upper, preferred: true }],
  };
}
