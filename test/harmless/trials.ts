import type { Httpd } from '../support/oracle/oracle.ts';
import type { Change, Judged } from './change.ts';
import type { Family } from './families.ts';
import { fixesOf } from './fixChanges.ts';
import { formatted } from './formatChanges.ts';
import { judgeChange } from './judgeChange.ts';
import type { Kind } from './kinds.ts';

/** What became of all texts of a family. */
export interface Trials {
  readonly texts: number;
  readonly judged: Readonly<Record<Kind, readonly Judged[]>>;
  /** For a person: what htconf itself finds after a safe fix. */
  readonly complaints: readonly string[];
  /** For a person: what the formatter did not dare. */
  readonly leftAlone: readonly string[];
}

export async function tryAll(httpd: Httpd, { subjects }: Family): Promise<Trials> {
  const all = await subjects(httpd);
  const fixes = all.map(fixesOf);
  const formats = all.map(formatted);
  const judgeEach = (changes: readonly Change[]) => Promise.all(changes.map((change) => judgeChange(httpd, change)));
  const [alone, together, preferred, formatting] = await Promise.all([
    judgeEach(fixes.flatMap((each) => each.alone)),
    judgeEach(fixes.flatMap((each) => each.together)),
    judgeEach(fixes.flatMap((each) => each.preferred)),
    judgeEach(formats.flatMap(({ changes }) => changes)),
  ]);
  return {
    texts: all.length,
    judged: { alone, together, preferred, formatting },
    complaints: fixes.flatMap(({ complaints }) => complaints),
    leftAlone: formats.flatMap((each) => each.leftAlone),
  };
}
