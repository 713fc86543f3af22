/** The words that httpd takes in one argument position. */
export interface Vocabulary {
  /** In the usual spelling. A word that ends in `=`, `:` or `|` goes on with a value. */
  readonly words: readonly string[];
  /** True: any other word is refused. False: others are taken too, the list is for suggestions. */
  readonly closed: boolean;
  /** Letter case counts. */
  readonly caseSensitive?: boolean;
  /** Words of a case-sensitive list whose case does not count. */
  readonly caseFree?: readonly string[];
  /** The signs that may stand before a word. */
  readonly signs?: '+-';
  /** Words that may not have a sign. */
  readonly unsigned?: readonly string[];
  /** A regular expression for further words that are taken, sign included; it looks at letter case as the list does. */
  readonly also?: string;
  /** Of words that end in `=`: the vocabulary of what follows, a list with commas between. */
  readonly lists?: Readonly<Record<string, string>>;
  /** Where further words come from, for a list that is not closed although httpd refuses what it does not know. */
  readonly open?: string;
}

/** True where the list has the word as it stands, sign included. Where it is not closed, others are taken too. */
export function hasWord(vocabulary: Vocabulary, word: string): boolean {
  const signed = vocabulary.signs !== undefined && word !== '' && vocabulary.signs.includes(word.charAt(0));
  const bare = signed ? word.slice(1) : word;
  if (vocabulary.words.some((known) => isWord(vocabulary, known, bare) && !(signed && isUnsigned(vocabulary, known)))) {
    return true;
  }
  return vocabulary.also !== undefined && new RegExp(vocabulary.also, vocabulary.caseSensitive ? '' : 'i').test(word);
}

function isWord(vocabulary: Vocabulary, known: string, word: string): boolean {
  const goesOn = /[=:|]$/.test(known);
  const start = goesOn ? word.slice(0, known.length) : word;
  if (start === known) return true;
  const caseFree = !vocabulary.caseSensitive || (vocabulary.caseFree?.includes(known) ?? false);
  return caseFree && start.toLowerCase() === known.toLowerCase();
}

function isUnsigned(vocabulary: Vocabulary, known: string): boolean {
  return vocabulary.unsigned?.includes(known) ?? false;
}
