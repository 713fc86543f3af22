import type { Span } from '../base/span.ts';
import type { LineRef } from '../syntax/chunk.ts';
import type { Place } from './place.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Where httpd refuses: `httpd -t`, a start, a request. */
export type RefusedAt = 'configtest' | 'start' | 'request';

/** The phases of httpd in which it refuses, in their order (httpd-config 0.1): `request` is none of them. */
export const PHASES = ['read', 'mpm', 'walk', 'check', 'start'] as const;

export type Phase = (typeof PHASES)[number];

/** Something to tell about a range of a line. It has no position in the file. */
export interface Finding extends Marked {
  readonly code: string;
  readonly severity: Severity;
  /** Of every error, and of nothing else. */
  readonly refusedAt?: RefusedAt;
  /** When httpd comes upon it; of every error, and of what may be one. */
  readonly phase?: Phase;
  /** Where httpd comes upon it, if not at its line: at the closing tag, or at the end of the file. */
  readonly met?: 'close' | 'end';
  /** Of a finding in a macro: what it was made from, at the line that uses the macro first. */
  readonly from?: Finding;
  readonly ref: LineRef;
  readonly place: Place;
}

/** What a rule says: the range is one of the `raw` of the line. */
export interface Marked {
  readonly span: Span;
  readonly message: string;
  /** What httpd does about it. */
  readonly why?: string;
  readonly related?: readonly Related[];
  /** The other tag of the section has to do with it; says how. */
  readonly partner?: string;
  /** Of findings in a file that come of the same fault, the first alone is shown, with the number of the others. */
  readonly fault?: string;
  /** Not the range alone is meant, but all from it to the line before the other tag. */
  readonly block?: boolean;
}

/** Another place that has to do with a finding. */
export interface Related {
  readonly ref: LineRef;
  readonly span: Span;
  readonly message: string;
}

/** What rules over a file need to know of a line. None comes from a word that is not known. */
export interface Fact {
  readonly kind: string;
  readonly ref: LineRef;
  /** In the `raw` of the line. */
  readonly span: Span;
  readonly place: Place;
  readonly value: string;
}
