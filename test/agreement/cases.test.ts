import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { compareAll, type Compared } from './compared.ts';
import { exampleCases } from './exampleCases.ts';
import { explain } from './explain.ts';
import { disagreements, known, knownOutcomes, type KnownReason } from './known.ts';
import { casesOf, groups } from './ownCases.ts';
import { EXAMPLE_RECORDS, recordsOfGroup } from './recordFiles.ts';
import { readRecords } from './records.ts';

suite('the cases, as the real httpd judges them', () => {
  const compared = groups().flatMap((group) => compareAll(casesOf(group), readRecords(recordsOfGroup(group))));

  for (const group of groups()) {
    const here = compared.filter((one) => one.case.group === group);
    test(`${group}: ${here.length} cases`, () => {
      agree(here, ofGroup(known.cases, group));
    });
  }

  test('no error where httpd has none', () => {
    assert.deepEqual(ids(compared.filter(({ outcome }) => outcome === 'false-error')), []);
  });

  test('nothing is found in the lines before a case', () => {
    assert.deepEqual(ids(compared.filter(({ findings }) => findings.some(({ line }) => line < 1))), []);
  });

  test('every known disagreement is about a case that is there', () => {
    const there = new Set(ids(compared));
    assert.deepEqual(
      known.cases.flatMap(({ ids: known }) => known.filter((id) => !there.has(id))),
      [],
    );
  });
});

suite('the examples of the rule pages, as the real httpd judges them', () => {
  const compared = compareAll(exampleCases(), readRecords(EXAMPLE_RECORDS));

  test('each of them', () => {
    agree(compared, known.examples);
  });

  test('no error where httpd has none', () => {
    assert.deepEqual(ids(compared.filter(({ outcome }) => outcome === 'false-error')), []);
  });
});

function agree(compared: readonly Compared[], reasons: readonly KnownReason[]): void {
  assert.deepEqual(disagreements(compared), knownOutcomes(reasons), explain(compared));
}

function ofGroup(reasons: readonly KnownReason[], group: string): readonly KnownReason[] {
  return reasons.map((one) => ({ ...one, ids: one.ids.filter((id) => id.startsWith(`${group}/`)) }));
}

function ids(compared: readonly Compared[]): readonly string[] {
  return compared.map((one) => one.case.id);
}
