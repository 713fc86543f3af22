import type { Ask } from '../base/ask.ts';
import type { Span } from '../base/span.ts';
import type { Directive } from '../evaluation/directive.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Fact, Finding, Marked, RefusedAt, Severity } from '../evaluation/finding.ts';
import type { Place } from '../evaluation/place.ts';
import type { Step } from '../evaluation/step.ts';
import type { LineRef } from '../syntax/chunk.ts';
import type { SourceFile } from '../syntax/sourceFile.ts';

/** What a rule finds in the line that it was given. */
export interface Found extends Marked {
  /** Where it is another one than the code's. */
  readonly severity?: Severity;
  /** Where it is at another step than the code's. */
  readonly refusedAt?: RefusedAt;
  /** Where it is in another phase than the code's, or the directive's. */
  readonly phase?: Finding['phase'];
  /** As in a finding. */
  readonly met?: Finding['met'];
  /** The fault is one whether or not the line is read: httpd follows tags in blocks that it skips, too. */
  readonly always?: boolean;
  /** httpd only passes over the line: an error is a warning then, and nothing else is to be said of the line. */
  readonly passedOver?: true;
}

/** What a rule over facts finds; it says on which line. */
export interface FoundAt extends Found {
  readonly ref: LineRef;
  readonly place: Place;
}

/** A fact of the line that a rule was given. */
export type FactHere = Pick<Fact, 'kind' | 'span' | 'value'>;

/**
 * One fault that htconf finds. The hook that it has is its scope; no rule loops over lines. All that it knows of the
 * world outside of the line comes through `ask`.
 */
export interface Rule {
  /** A row of `codes.ts`. */
  readonly code: string;
  /** Catalogue keys of the directives that it looks at; all of them where it has none. */
  readonly keys?: readonly string[];
  /** For what is no directive: comments, bytes, tags. Sees every line, also those that are not read. */
  readonly line?: (step: Step, ask: Ask) => readonly Found[];
  /** Sees the directives and opening tags that are read, or maybe read. */
  readonly directive?: (directive: Directive, ask: Ask) => readonly Found[];
  /** What rules over the file need to know of a directive. */
  readonly facts?: (directive: Directive, ask: Ask) => readonly FactHere[];
  /** What the facts that `file` and `whole` are given are about (`topicOf`): one of these must be there. */
  readonly needs?: readonly string[];
  /** What else they are given. */
  readonly reads?: readonly string[];
  /** Sees the facts of one file in order, and how many directives and sections it has. */
  readonly file?: (facts: readonly Fact[], directives: number) => readonly FoundAt[];
  /** Sees the facts of everything that is read, in the order of reading; `ask` tells what is known after the last line. */
  readonly whole?: (facts: readonly Fact[], ask: Ask) => readonly FoundAt[];
  /** How to mend a finding; asked only when somebody wants to know. */
  readonly fixes?: (context: FixContext) => readonly Fix[];
}

/** What is known where a fix is made. */
export interface FixContext {
  /** All that is read together with the line. */
  readonly evaluation: Evaluation;
  readonly file: SourceFile;
  readonly step: Step;
  /** Of a directive or opening tag. */
  readonly directive?: Directive;
  readonly ask: Ask;
  /** Of the finding, in the `raw` of the line. */
  readonly span: Span;
}

export interface Fix {
  readonly title: string;
  /** Neither verdict nor effect can change, or only this can have been meant: applied by fix-all. */
  readonly safe: boolean;
  /** The only sensible one. */
  readonly preferred: boolean;
  readonly edits: readonly FixEdit[];
  /** In place of edits: what is added to a list in the settings. Never safe: only a person knows it. */
  readonly setting?: { readonly name: 'directives' | 'modules'; readonly add: string };
}

/** A change in offsets of a file. */
export interface FixEdit {
  /** The file, where it is not that of the finding. */
  readonly uri?: string;
  readonly span: Span;
  readonly text: string;
}
