import type { Kind, Problem, Repair } from './kind.ts';

const ON = ['1', 'yes', 'true', 'enable', 'enabled', 'onn', 'om', 'ob'];
const OFF = ['0', 'no', 'false', 'none', 'disable', 'disabled', 'of', 'offf'];

/** `On` or `Off`, in any letter case (httpd-config 6.1). */
export const flag: Kind = {
  id: 'flag',
  parse({ value }) {
    const span = { start: 0, end: value.text.length };
    const word = value.text.toLowerCase();
    if (word === 'on' || word === 'off') return [{ span, role: 'keyword', key: word === 'on' ? 'On' : 'Off' }];
    return [{ span, role: 'keyword', problem: problem(value.text) }];
  },
  suggest: () => [
    { text: 'On', role: 'keyword' },
    { text: 'Off', role: 'keyword' },
  ],
};

function problem(word: string): Problem {
  return {
    code: 'flag-value',
    message: `\`${word}\` is neither On nor Off.`,
    why: 'httpd takes only On or Off here and refuses anything else.',
    repairs: repairs(word.toLowerCase()),
  };
}

function repairs(word: string): Repair[] {
  if (ON.includes(word)) return [put('On', true), put('Off', false)];
  if (OFF.includes(word)) return [put('Off', true), put('On', false)];
  return [put('On', false), put('Off', false)];
}

function put(text: string, preferred: boolean): Repair {
  return { title: `Write ${text}`, text, preferred };
}
