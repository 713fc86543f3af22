/**
 * Makes the test for a glob, as file associations of VS Code and sections of .editorconfig have them: `*` and `?` stay
 * within a folder, `**` does not; `[abc]`, `[!abc]`, `{one,two}` and `{1..9}`. Paths have `/`, and letter case counts.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const { source, ranges } = translate(glob);
  const expression = new RegExp(`^${source}$`, 's');
  return (path) => {
    const match = expression.exec(path);
    return match !== null && ranges.every((range, index) => isWithin(match[index + 1], range));
  };
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** The number of a `{1..9}`; undefined where it stands in an alternative that did not match. */
function isWithin(number: string | undefined, { low, high }: Range): boolean {
  return number === undefined || (Number(number) >= low && Number(number) <= high);
}

/** A translation under way. */
interface Translation {
  /** Braces that are open. */
  depth: number;
  /** Of the capturing groups, in order. */
  readonly ranges: Range[];
}

interface Token {
  /** Sticky. */
  readonly pattern: RegExp;
  /** What it is in a regular expression. */
  readonly to: (match: RegExpExecArray, translation: Translation) => string;
}

/** At each place the first that matches is taken. */
const TOKENS: readonly Token[] = [
  { pattern: /(?<=^|\/)\*\*\//y, to: () => '(?:.*/)?' },
  { pattern: /\*\*/y, to: () => '.*' },
  { pattern: /\*/y, to: () => '[^/]*' },
  { pattern: /\?/y, to: () => '[^/]' },
  {
    pattern: /\[(!?)([^\]/]+)\]/y,
    to: ([, not, signs = '']) => `[${not ? '^/' : ''}${signs.replace(/[\\^[]/g, '\\$&')}]`,
  },
  { pattern: /\{([+-]?\d+)\.\.([+-]?\d+)\}/y, to: range },
  { pattern: /\{[^{},]*\}/y, to: ([single]) => literal(single) },
  { pattern: /\{/y, to: open },
  { pattern: /,/y, to: (_, { depth }) => (depth > 0 ? '|' : ',') },
  { pattern: /\}/y, to: close },
  { pattern: /\\(.)/sy, to: ([, sign = '']) => literal(sign) },
  { pattern: /./sy, to: ([sign]) => literal(sign) },
];

/** A regular expression whose only capturing groups are the numbers of the ranges. */
function translate(glob: string): { source: string; ranges: readonly Range[] } {
  const translation: Translation = { depth: 0, ranges: [] };
  let source = '';
  for (let at = 0; at < glob.length;) {
    const { match, to } = tokenAt(glob, at);
    source += to(match, translation);
    at += match[0].length;
  }
  return { source: source + ')'.repeat(translation.depth), ranges: translation.ranges };
}

function tokenAt(glob: string, at: number): { match: RegExpExecArray; to: Token['to'] } {
  for (const { pattern, to } of TOKENS) {
    pattern.lastIndex = at;
    const match = pattern.exec(glob);
    if (match) return { match, to };
  }
  throw new Error(`no token at ${String(at)} of ${glob}`);
}

function range([, from, to]: RegExpExecArray, { ranges }: Translation): string {
  const [one, other] = [Number(from), Number(to)];
  ranges.push({ low: Math.min(one, other), high: Math.max(one, other) });
  return '([+-]?\\d+)';
}

function open(_: RegExpExecArray, translation: Translation): string {
  translation.depth++;
  return '(?:';
}

function close(_: RegExpExecArray, translation: Translation): string {
  if (translation.depth === 0) return '\\}';
  translation.depth--;
  return ')';
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
