import type { Answer } from '../base/ask.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';
import type { Fact, Finding } from './finding.ts';
import type { ExpandedFinding } from './inMacros.ts';
import type { Run } from './run.ts';

/** What the rules say of the lines of a run. */
export interface Judgement {
  readonly findings: readonly Finding[];
  readonly facts: readonly Fact[];
  /** What is to be said of lines that macros made. */
  readonly expanded: readonly ExpandedFinding[];
  /** What the facts are about, so that nobody goes through them for what is not among them. */
  readonly topics: ReadonlySet<string>;
  /** By the code of a rule over facts: those that it wants, in order. They are looked for once, not with every edit. */
  readonly wanted: ReadonlyMap<string, readonly Fact[]>;
}

/** What the rules say of a run: the second phase of httpd (httpd-config 0.1). */
export interface Judged extends Judgement {
  readonly run: Run;
  readonly asked: ReadonlyMap<string, Answer>;
}

/** What one rule says of everything that is read: it holds as long as the facts are the same and the world answers so. */
export interface Conclusion {
  readonly code: string;
  readonly facts: readonly Fact[];
  readonly asked: ReadonlyMap<string, Answer>;
  readonly findings: readonly Finding[];
}

/** One time that a file is read. */
export interface Inclusion {
  readonly file: SourceFile;
  readonly runs: readonly Run[];
  readonly judged: readonly Judged[];
  /** Findings over the facts of the file. */
  readonly findings: readonly Finding[];
}
