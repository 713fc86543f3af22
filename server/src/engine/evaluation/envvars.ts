import { HOLE } from '../base/ask.ts';
import { both, not, type Truth } from '../base/truth.ts';
import { shellCommands, type ShellCommand, type ShellPart, type ShellWord } from './shellWords.ts';

/** What a server finds in its environment. */
export interface Environment {
  /** A value that is not known is a `HOLE`. */
  readonly variables: Readonly<Record<string, string>>;
  /** Whether there are no others. */
  readonly isWhole: boolean;
}

/**
 * The environment that a script of the shell makes, such as Debian's `/etc/apache2/envvars`: assignments, `export`,
 * `unset` and conditions over texts. Nothing is run; what only the shell could tell is not known.
 */
export function environmentIn(script: string): Environment {
  const given = INHERITED.map((name) => [name, HOLE] as const);
  const shell: Shell = {
    values: new Map(given),
    exported: new Set(INHERITED),
    blocks: [],
    status: 'yes',
    isWhole: true,
  };
  for (const command of shellCommands(script.replaceAll('\0', ''))) runCommand(shell, command);
  const variables = [...shell.values].filter(([name]) => shell.exported.has(name));
  return { variables: Object.fromEntries(variables), isWhole: shell.isWhole };
}

/** What the script itself finds in its environment. */
const INHERITED: readonly string[] = ['PATH', 'HOME'];

interface Shell {
  readonly values: Map<string, string>;
  readonly exported: Set<string>;
  /** `if` and the like that are open. */
  readonly blocks: Block[];
  /** How the last command ended. */
  status: Truth;
  isWhole: boolean;
}

interface Block {
  /** Whether the branch at hand is run, and whether one above it was. */
  now: Truth;
  taken: Truth;
}

function runCommand(shell: Shell, { words, after }: ShellCommand): void {
  const [first = [], ...rest] = words;
  const keyword = KEYWORDS.get(plainText(first) ?? '');
  if (keyword) {
    keyword(shell);
    if (rest.length > 0) runCommand(shell, { words: rest });
    return;
  }
  if (plainText(first) === '!') {
    runCommand(shell, { words: rest });
    shell.status = not(shell.status);
    return;
  }
  const goesOn = after === undefined ? 'yes' : after === '&&' ? shell.status : not(shell.status);
  const truth = shell.blocks.reduce((sum, { now }) => both(sum, now), goesOn);
  if (truth !== 'no') shell.status = runWords(shell, words, truth);
}

/** Words of the shell that open, divide and close blocks. Of loops it is not known how often they are run. */
const KEYWORDS: ReadonlyMap<string, (shell: Shell) => void> = new Map([
  ['if', ({ blocks }) => void blocks.push({ now: 'yes', taken: 'no' })],
  ['then', (shell) => branch(shell, shell.status)],
  ['elif', (shell) => otherBranch(shell)],
  ['else', (shell) => otherBranch(shell)],
  ['do', () => undefined],
  ...['for', 'while', 'until', 'case', '{'].map((word): [string, (shell: Shell) => void] => [word, openUnknown]),
  ...['fi', 'done', 'esac', '}'].map((word): [string, (shell: Shell) => void] => [word, closeBlock]),
]);

function openUnknown({ blocks }: Shell): void {
  blocks.push({ now: 'maybe', taken: 'no' });
}

function closeBlock({ blocks }: Shell): void {
  blocks.pop();
}

function branch({ blocks }: Shell, condition: Truth): void {
  const block = blocks.at(-1);
  if (block) block.now = both(block.now, condition);
}

/** What stands behind `elif` and `else` is run where no branch above was. */
function otherBranch({ blocks }: Shell): void {
  const block = blocks.at(-1);
  if (!block) return;
  block.taken = not(both(not(block.taken), not(block.now)));
  block.now = not(block.taken);
}

/** Runs a simple command; how it ends. */
function runWords(shell: Shell, words: readonly ShellWord[], truth: Truth): Truth {
  const texts = words.map((word) => textOf(shell, word));
  const [name = '', ...others] = texts;
  if (texts.every((text) => ASSIGNMENT.test(text))) return assignAll(shell, texts, truth);
  if (name === 'export') return exportAll(shell, others, truth);
  if (name === 'unset') return unsetAll(shell, others, truth);
  if (name === '[' || name === 'test') return testOf(name === '[' ? others.slice(0, -1) : others);
  if (CHANGES_ALL.has(name)) shell.isWhole = false;
  return name === ':' ? 'yes' : 'maybe';
}

/** Commands that may set any variable. */
const CHANGES_ALL: ReadonlySet<string> = new Set(['.', 'source', 'eval', 'read', 'set', HOLE]);

const ASSIGNMENT = /^[A-Za-z_]\w*=/;

function assignAll(shell: Shell, texts: readonly string[], truth: Truth): Truth {
  for (const text of texts) {
    const at = text.indexOf('=');
    set(shell, text.slice(0, at), text.slice(at + 1), truth);
  }
  return 'yes';
}

function set({ values }: Shell, name: string, value: string, truth: Truth): void {
  values.set(name, value.includes(HOLE) || (truth === 'maybe' && values.get(name) !== value) ? HOLE : value);
}

function exportAll(shell: Shell, texts: readonly string[], truth: Truth): Truth {
  for (const text of texts) {
    const [name = ''] = text.split('=', 1);
    if (text.includes('=')) assignAll(shell, [text], truth);
    shell.exported.add(name);
  }
  return 'yes';
}

function unsetAll({ values, exported }: Shell, names: readonly string[], truth: Truth): Truth {
  for (const name of names) {
    if (truth === 'maybe' && values.has(name)) values.set(name, HOLE);
    if (truth !== 'yes') continue;
    values.delete(name);
    exported.delete(name);
  }
  return 'yes';
}

/** `[ a = b ]` and its kin; what else there is depends on the machine. */
function testOf(texts: readonly string[]): Truth {
  if (texts[0] === '!') return not(testOf(texts.slice(1)));
  if (texts.some((text) => text.includes(HOLE))) return 'maybe';
  const [a = '', b = '', c = ''] = texts;
  if (texts.length === 2 && (a === '-n' || a === '-z')) return holds((b === '') === (a === '-z'));
  if (texts.length === 3 && ['=', '==', '!='].includes(b)) return holds((a === c) === (b !== '!='));
  return 'maybe';
}

function holds(condition: boolean): Truth {
  return condition ? 'yes' : 'no';
}

/** The text of a word that has no variable. */
function plainText(word: ShellWord): string | undefined {
  return word.every((part) => 'text' in part) ? word.map((part) => part.text).join('') : undefined;
}

/** The text of a word; what is not known in it is a `HOLE`. */
function textOf(shell: Shell, word: ShellWord): string {
  return word.map((part) => partText(shell, part)).join('');
}

function partText(shell: Shell, part: ShellPart): string {
  if ('text' in part) return part.text;
  return 'unknown' in part ? HOLE : referenceText(shell, part);
}

type Reference = Extract<ShellPart, { name: string }>;

function referenceText(shell: Shell, reference: Reference): string {
  const { name, operator } = reference;
  const value = shell.values.get(name);
  const text = value ?? '';
  if (operator === '' || value === HOLE) return text;
  if (/[#%]/.test(operator)) return text === '' ? '' : HOLE; // a pattern is taken off
  const isSet = operator.startsWith(':') ? text !== '' : value !== undefined;
  return isSet === operator.endsWith('+') ? otherText(shell, reference) : isSet ? text : '';
}

/** The text that stands behind the operator. */
function otherText(shell: Shell, { name, operator, other }: Reference): string {
  if (operator.endsWith('?')) return HOLE; // the shell gives up
  const text = textOf(shell, other);
  if (operator.endsWith('=')) shell.values.set(name, text);
  return text;
}
