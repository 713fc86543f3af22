import assert from 'node:assert/strict';
import { fixes } from '../../server/src/engine/engine.ts';
import type { Example } from '../../tools/docs/example.ts';
import { surplus } from '../support/surplus.ts';
import { judge, marked, repaired } from './judged.ts';

/**
 * An example is right when its marks are all that is found, and when the first repair, of the code that it is about,
 * leads to the text below it.
 */
export function testExample(example: Example, code?: string): void {
  const before = judge(example);
  assert.equal(marked(before), example.marked);
  if (example.fixed === undefined) return;
  const own = before.found.filter((finding) => code === undefined || finding.code === code);
  const [first] = own.flatMap((finding) => fixes(finding).map((fix) => ({ finding, fix })));
  assert.ok(first, 'there is no repair');
  assert.equal(marked(judge(example, repaired(before, first.finding, first.fix))), example.fixed);
}

/** Every repair of every finding takes that finding away and brings no other; a block may come to be dimmed. */
export function testFixes(example: Example): void {
  const before = judge(example);
  for (const finding of before.found) {
    for (const fix of fixes(finding)) {
      const after = judge(example, repaired(before, finding, fix));
      const others = before.found.filter((one) => one !== finding);
      assert.deepEqual(surplus(after.found, others), [], `${fix.title}:\n${marked(after)}`);
    }
  }
}
