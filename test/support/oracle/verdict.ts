/** The three steps in which a server may refuse, each after the one before. */
export type Step = 'configtest' | 'start' | 'request';

/** What the real server says. */
export interface Verdict {
  readonly accepted: boolean;
  readonly refusedAt?: Step;
  /**
   * The physical line, from 1, that the server names: the last one of a logical line. In a macro that of its `Use`. For a
   * `.htaccess`, of which the server names no line, that of the shortest beginning which is refused in the same words.
   */
  readonly line?: number;
  /** In a macro: the line of its body. */
  readonly bodyLine?: number;
  /** The file of that line under the server root, where it is not the text itself; `prelude` is the prelude. */
  readonly file?: string;
  /** Our name for the sort of refusal. */
  readonly kind?: string;
  /** The server's own words, empty where it accepts: for a person at a terminal, not to be recorded. */
  readonly message: string;
  /** Whether the text is at fault, or what this machine has. */
  readonly fault: 'configuration' | 'environment';
}

/** What is said of a text in which the server finds nothing to refuse. */
export const ACCEPTED: Verdict = { accepted: true, message: '', fault: 'configuration' };

/** What is said of a refused request about which the server's log has nothing. */
export const NO_WORDS = 'the answer has the status 500';
