import { applyEdits } from '../../server/src/engine/base/span.ts';
import { format, openFile } from '../../server/src/engine/engine.ts';
import type { Change } from './change.ts';
import type { Subject } from './subject.ts';

/** The ways of formatting that are held against the real httpd. */
const WAYS = [
  { what: 'indent 4', options: { indent: '    ', directiveCase: 'preserve' } },
  { what: 'indent tab', options: { indent: '\t', directiveCase: 'preserve' } },
  { what: 'names as usual', options: { indent: '    ', directiveCase: 'canonical' } },
] as const;

/** What formatting makes of a subject; of ways that come to the same, or change nothing, none is listed twice. */
export interface Formatted {
  readonly changes: readonly Change[];
  /** For a person: what the formatter did not dare. */
  readonly leftAlone: readonly string[];
}

export function formatted(subject: Subject): Formatted {
  const { text } = subject.input;
  const file = openFile(subject.uri, 0, text);
  const results = WAYS.map(({ what, options }) => ({ what, options, ...format(file, options) }));
  const changes = results.map(({ what, options, edits }): Change => ({
    subject,
    what,
    after: { ...subject.input, text: applyEdits(text, edits) },
    changes: options.directiveCase === 'canonical' ? 'case' : 'nothing',
  }));
  return {
    changes: changes.filter(
      ({ after }, i) => after.text !== text && changes.findIndex((other) => other.after.text === after.text) === i,
    ),
    leftAlone: results.flatMap(({ what, problem }) =>
      problem === undefined ? [] : [`${subject.id}: ${what}: ${problem}`],
    ),
  };
}
