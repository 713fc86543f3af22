type Trie = Map<string, Trie>;

/** Stands for the end of a word among the next letters. */
const end = '';

/**
 * One regular expression for all of `words`, in which common beginnings stand only once: `allow`, `allowmethods` and
 * `alias` become `al(?:ias|low(?:methods)?)`. Nothing in it captures. Words are taken in lower case.
 */
export function trieExpression(words: Iterable<string>): string {
  const root: Trie = new Map();
  for (const word of [...words].map((each) => each.toLowerCase()).sort()) addWord(root, word);
  return expression(root);
}

function addWord(root: Trie, word: string): void {
  let node = root;
  for (const letter of [...word, end]) {
    const next: Trie = node.get(letter) ?? new Map<string, Trie>();
    node.set(letter, next);
    node = next;
  }
}

function expression(node: Trie): string {
  const branches = [...node]
    .filter(([letter]) => letter !== end)
    .map(([letter, rest]) => escape(letter) + expression(rest));
  if (branches.length === 0) return '';
  if (!node.has(end)) return branches.length === 1 ? branches.join('') : alternatives(branches);
  const [only] = branches;
  return `${branches.length === 1 && only?.length === 1 ? only : alternatives(branches)}?`;
}

function alternatives(branches: readonly string[]): string {
  const single = branches.every((branch) => /^[^\\-]$/.test(branch));
  return single && branches.length > 1 ? `[${branches.join('')}]` : `(?:${branches.join('|')})`;
}

function escape(letter: string): string {
  return /[\w<,-]/.test(letter) ? letter : `\\${letter}`;
}
