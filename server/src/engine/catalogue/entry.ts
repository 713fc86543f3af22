/** How httpd counts the arguments of a directive: the command types of httpd-config 6.1. */
export type ArgumentType =
  | 'NO_ARGS'
  | 'FLAG'
  | 'TAKE1'
  | 'TAKE2'
  | 'TAKE3'
  | 'TAKE12'
  | 'TAKE13'
  | 'TAKE23'
  | 'TAKE123'
  | 'ITERATE'
  | 'ITERATE2'
  | 'RAW_ARGS'
  | 'TAKE_ARGV';

/**
 * How the text behind the name becomes words: `words` as httpd-config 1.3 says; `raw` one text to the end of the line;
 * `rewrite` mod_rewrite's own quoting (8.2); `require` a provider word and raw text (8.6); `header` words, whose number
 * depends on the action (8.9); `section` the text before the last `>` of the line, then words (2.2).
 */
export type Splitter = 'words' | 'raw' | 'rewrite' | 'require' | 'header' | 'section';

/**
 * One argument position. `kind` is the id of the small language that the word is written in, with its parameter behind
 * a colon where it takes one (`keyword:Options`). `optional`: may be left out. `repeat`: stands for all words from here.
 */
export interface Slot {
  readonly label: string;
  readonly kind: string;
  readonly optional: boolean;
  readonly repeat: boolean;
  /** The first release that reads the argument as its kind does: to an older one it is plain text. */
  readonly since?: string;
}

/**
 * Slots that hold in place of the entry's own where the line looks so: `lead` are the words that it begins with, some to
 * choose from for each position, in lower case; `count` is the number of its words.
 */
export interface LineForm {
  readonly lead?: readonly (readonly string[])[];
  readonly count?: number;
  /** Fewer words are refused; where it is absent, as many as there are slots that are not optional. */
  readonly minArgs?: number | undefined;
  readonly slots: readonly Slot[];
}

/**
 * What httpd makes of the words in an opening tag (httpd-config 2.2): `none` refuses any; `one` refuses a second;
 * `first` uses one and ignores the rest; `many` uses all; `text` is read by a parser of its own. Whether a tag without
 * any word is refused is said by `minArgs`. A tag without any word never lacks its `>`: httpd reads `<Name` as `<Name>`.
 * A tag with words is refused without `>`, whatever its section.
 */
export type HeaderForm = 'none' | 'one' | 'first' | 'many' | 'text';

/** An old name: `refused` stops httpd; the others are accepted. `no-op`: accepted and without effect. */
export type OldState = 'refused' | 'deprecated' | 'renamed' | 'no-op';

/** What to do about an old name. */
export interface OldUse {
  /** Names of today that do its work, sections in `<>`; none where nothing does. */
  readonly replacement: readonly string[];
  /** The one of `replacement` that takes the very same arguments: changing the name is the whole repair. */
  readonly rename?: string;
  /** Lines that do the same today, with example values. */
  readonly instead?: string;
  /** One or two sentences for the person who meets the old name. */
  readonly note: string;
  /** The first release without it. */
  readonly removedIn?: string;
  /** The module that had it last. */
  readonly lastModule?: string;
  /** A module of others that has a directive of this name today. */
  readonly otherModule?: string;
}

/** Where a directive is refused although the mask lets it pass: family bits of `bits.ts`, 0 for none. */
export interface PlaceRule {
  /** Refused beneath any of these. */
  readonly forbiddenUnder: number;
  /** Refused unless beneath one of these; 0: no such rule. */
  readonly onlyUnder: number;
  /** `forbiddenUnder` is not looked at beneath one of these. */
  readonly exceptUnder: number;
}

/** A place rule that holds for `from` to `to` arguments, both included. */
export interface CountedRule {
  readonly from: number;
  readonly to: number;
  readonly rule: PlaceRule;
}

/** One directive or section. */
export interface Entry extends PlaceRule {
  /** The recommended spelling; sections in `<>`. */
  readonly name: string;
  /** All usual spellings, recommended first, without `<>`: each of them is right. */
  readonly spellings: readonly string[];
  /** Lower case, sections with a leading `<`: `loadmodule`, `<directory`. */
  readonly key: string;
  readonly section: boolean;
  /** Identifiers of the modules that register it; empty where httpd has none any more. */
  readonly modules: readonly string[];
  /** `read`: run while the file is read; `walk`: run afterwards, in the order of the tree (httpd-config 3.1). */
  readonly phase: 'read' | 'walk';
  /** The last release that ran it while reading, where that changed. */
  readonly readUntil: string | undefined;
  readonly args: ArgumentType | undefined;
  /** Fewer words are refused; undefined where nobody counts. */
  readonly minArgs: number | undefined;
  /** More words are refused; undefined where nobody counts. */
  readonly maxArgs: number | undefined;
  readonly splitter: Splitter;
  readonly slots: readonly Slot[];
  /** The first that fits counts. */
  readonly forms: readonly LineForm[];
  /** Sections only. */
  readonly header: HeaderForm | undefined;
  /** Sections only: `~` as a word of its own makes the next word a regular expression. */
  readonly tilde: boolean;
  /** Sections only: the body is no configuration of its own (Lua, Perl, the text of a macro). */
  readonly textBody: boolean;
  /** The default as a line of configuration. */
  readonly default: string | undefined;
  /** The first release that knows it. */
  readonly since: string | undefined;
  readonly state: OldState | undefined;
  readonly old: OldUse | undefined;
  /** Every use is refused, in any place: `Error`, and names that are kept only to refuse them. */
  readonly alwaysRefused: boolean;
  /** Page and anchor below https://httpd.apache.org/docs/2.4/. */
  readonly page: string | undefined;
  /** How it is written, one form each. */
  readonly syntax: readonly string[];
  /** Only builds for these systems have it. */
  readonly platform: readonly string[] | undefined;
  readonly thirdParty: boolean;
  /** Override bits (`bits.ts`): allowed where the place offers one of them (httpd-config 5.1). */
  readonly mask: number;
  /** Place rules that depend on the number of arguments, in place of the entry's own. */
  readonly byArgs: readonly CountedRule[] | undefined;
}
