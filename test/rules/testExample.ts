import assert from 'node:assert/strict';
import { fixes, type Fix } from '../../server/src/engine/engine.ts';
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

/** The example where the settings say what a repair adds to them. */
function judgeWith(example: Example, { name, add }: NonNullable<Fix['setting']>) {
  const option = name === 'directives' ? '--directive' : '--module';
  return judge({ ...example, args: [option, add, ...example.args] });
}

/** Every repair of every finding takes that finding away and brings no other; a block may come to be dimmed. */
export function testFixes(example: Example): void {
  const before = judge(example);
  for (const finding of before.found) {
    for (const fix of fixes(finding)) {
      const after = fix.setting ? judgeWith(example, fix.setting) : judge(example, repaired(before, finding, fix));
      const others = before.found.filter((one) => one !== finding);
      assert.deepEqual(surplus(after.found, others), [], `${fix.title}:\n${marked(after)}`);
    }
  }
}
