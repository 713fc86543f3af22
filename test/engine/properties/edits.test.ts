import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { fileText } from '../../../server/src/engine/engine.ts';
import { editOf, freeEdits, texts, type FreeEdit } from './edits.ts';
import { forgetsAnswersOfReading, forgetsAnswersOfRules, forgetsNothing, forgetsPairs } from './forgetful.ts';
import {
  changedWorld,
  editedFile,
  foldersOf,
  openWorld,
  reopened,
  SETTINGS,
  shown,
  shownFixes,
  URIS,
  type Memory,
  type World,
} from './world.ts';

/** Sequences of changes for each size of chunks, about 20 changes each. More are run by hand: HTCONF_SEQUENCES=10000. */
const SEQUENCES = Number(process.env['HTCONF_SEQUENCES'] ?? 75);

/** Some edits of one file, sent together; or whether the second file of the folder is there. */
type Change = { readonly file: number; readonly edits: readonly FreeEdit[] } | { readonly hasSecond: boolean };

const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 19,
    arbitrary: fc.record({
      file: fc.nat(URIS.length - 1),
      edits: fc.array(freeEdits, { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ hasSecond: fc.boolean() }) },
);

function changeWorld(world: World, change: Change, remember: Memory): World {
  if ('hasSecond' in change) return changedWorld(world, { folders: foldersOf(change.hasSecond) }, remember);
  const uri = URIS[change.file] ?? URIS[0];
  const file = world.snapshot.files.get(uri);
  let text = file ? fileText(file) : '';
  const edits = change.edits.map((free) => {
    const edit = editOf(text, free);
    text = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
    return edit;
  });
  return changedWorld(world, { files: [editedFile(world, uri, edits)] }, remember);
}

/** After each change all is as if the files had been opened just now. */
function sameAsReopened(chunkSize: number, remember: Memory = (previous) => previous) {
  return fc.property(
    fc.constantFrom(...Object.values(SETTINGS)),
    fc.tuple(...URIS.map(() => texts(16))),
    fc.array(changes, { minLength: 10, maxLength: 30, size: 'max' }),
    (settings, start, list) => {
      let world = openWorld(start, settings, chunkSize);
      for (const change of list) {
        world = changeWorld(world, change, remember);
        assertSame(shown, world);
      }
      assertSame(shownFixes, world);
    },
  );
}

function assertSame(show: (world: World) => unknown, world: World): void {
  const [actual, expected] = [show(world), show(reopened(world))];
  // Text is compared much faster than trees are; the trees then say where they differ.
  if (JSON.stringify(actual) !== JSON.stringify(expected)) assert.deepEqual(actual, expected);
}

suite('after any edits all is as if the files had just been opened', () => {
  for (const size of [2, 4, 256]) {
    test(`in chunks of about ${String(size)} lines`, () => {
      fc.assert(sameAsReopened(size), { numRuns: SEQUENCES });
    });
  }
});

suite('work that is used again although something has changed is noticed', () => {
  test('forgetsNothing', () => {
    fc.assert(sameAsReopened(4, forgetsNothing), { numRuns: 10 });
  });

  const faults = { forgetsAnswersOfReading, forgetsAnswersOfRules, forgetsPairs };
  for (const [name, remember] of Object.entries(faults)) {
    test(name, () => {
      const { failed } = fc.check(sameAsReopened(4, remember), { numRuns: 1000, endOnFailure: true });
      assert.equal(failed, true);
    });
  }
});
