import type { Mapped } from '../base/mapped.ts';
import type { Span } from '../base/span.ts';

/** One argument of a directive, after variables were expanded. */
export interface Word {
  /** Where it stands in the text of the line, with its quotes. */
  readonly span: Span;
  /** What httpd takes from it: without quotes and escapes. Its source is the `raw` of the line. */
  readonly value: Mapped;
  readonly quote?: '"' | "'";
  /** A value that is not known touches it: nothing is judged of it. */
  readonly hole: boolean;
}
