import type { Ask } from '../base/ask.ts';
import type { Span } from '../base/span.ts';
import type { Word } from './word.ts';

/**
 * One sort of argument: how it is read, and what may be written there. All that anybody shows of an argument comes from
 * its parts.
 */
export interface Kind {
  readonly id: string;
  /** Reads a word; never fails. The parts are in order and do not overlap. */
  parse(word: Word, ask: Ask): readonly Part[];
  /** What may stand where the cursor is; `offset` counts in `text`, the value of the word. */
  suggest(parts: readonly Part[], offset: number, ask: Ask, text: string): readonly Candidate[];
}

/** A range of an argument that means something. */
export interface Part {
  /** In the value of the word. */
  readonly span: Span;
  readonly role: PartRole;
  /** What the part names, in the spelling of the catalogue: the keyword, the module identifier, the provider. */
  readonly key?: string;
  readonly problem?: Problem;
}

/** `flag`: a flag of RewriteRule or RewriteCond; `map`: the name of a RewriteMap. */
export type PartRole =
  | 'keyword'
  | 'flag'
  | 'map'
  | 'operator'
  | 'module'
  | 'module-file'
  | 'provider'
  | 'method'
  | 'variable-name'
  | 'directive'
  | 'group'
  | 'class'
  | 'quantifier'
  | 'anchor'
  | 'escape'
  | 'text'
  | NameRole
  | ExpressionRole;

/**
 * What names something outside of the configuration. `file`: a file or folder of the server. `url`: an address, or the
 * path in one. `host`: the name or address of a machine, with or without a port. `header`: a field in front of a request
 * or an answer. `environment`: a variable of the environment of a request. `name`: anything else that somebody knows by
 * its name: a handler, a filter, a media type, a user.
 */
export type NameRole = 'file' | 'url' | 'host' | 'header' | 'environment' | 'name';

/** `server-variable`: the name in `%{NAME}`; `reference`: what a group of a regular expression holds, `$1`. */
export type ExpressionRole = 'server-variable' | 'function' | 'string' | 'number' | 'regex' | 'reference';

/** What is wrong with a part. `code` names a row of the table of codes, which says how severe it is. */
export interface Problem {
  readonly code: string;
  /** Where it is another one than the code's: `warning` where httpd accepts this. */
  readonly severity?: 'warning';
  readonly message: string;
  /** What httpd does about it. */
  readonly why?: string;
  readonly repairs?: readonly Repair[];
}

/** Puts `text` in the place of the part. */
export interface Repair {
  readonly title: string;
  readonly text: string;
  /** Neither verdict nor effect can change, or only this can have been meant and it is a matter of letter case. */
  readonly safe?: boolean;
  /** The only sensible one. */
  readonly preferred?: boolean;
}

/** A word that may be written; it replaces `span` of the value, the whole value where there is none. */
export interface Candidate {
  readonly text: string;
  readonly role: PartRole;
  readonly span?: Span;
  /** A few words beside the name. */
  readonly detail?: string;
  /** Fills the argument behind this one too. */
  readonly next?: string;
}
