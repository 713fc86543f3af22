import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Reported } from './compare.ts';
import { compareAll, compareCase, type Compared } from './compared.ts';
import { disagreements, known, knownOutcomes } from './known.ts';
import { casesOf, groups } from './ownCases.ts';
import { recordsOfGroup } from './recordFiles.ts';
import { readRecords } from './records.ts';

/** What a fault in the engine would make of the findings of a case. */
type Fault = (findings: readonly Reported[], one: Compared) => readonly Reported[];

suite('the comparison with httpd turns red', () => {
  const compared = groups().flatMap((group) => compareAll(casesOf(group), readRecords(recordsOfGroup(group))));

  test('but not by itself', () => {
    assert.deepEqual(
      newOutcomes(compared, (findings) => findings),
      {},
    );
  });

  for (const code of new Set(compared.flatMap((one) => (one.outcome === 'agrees' ? errorCodes(one) : [])))) {
    test(`when ${code} finds nothing`, () => {
      const outcomes = newOutcomes(compared, (findings) => findings.filter((one) => one.code !== code));
      assert.ok(Object.values(outcomes).includes('missed'));
    });
  }

  test('when every error is one line too low', () => {
    const outcomes = newOutcomes(compared, (findings) => findings.map((one) => ({ ...one, line: one.line + 1 })));
    assert.ok(Object.values(outcomes).filter((outcome) => outcome === 'elsewhere').length > 300);
  });

  test('when one error is one line too high', () => {
    const [first] = compared.filter((one) => one.expected.lines[0] === 2 && one.outcome === 'agrees');
    assert.ok(first);
    const outcomes = newOutcomes([first], (findings) => findings.map((one) => ({ ...one, line: one.line - 1 })));
    assert.deepEqual(outcomes, { [first.case.id]: 'elsewhere' });
  });

  test('when an error names a later step', () => {
    const outcomes = newOutcomes(compared, (findings) => findings.map(atStart));
    assert.ok(Object.values(outcomes).filter((outcome) => outcome === 'missed').length > 300);
  });

  test('when an error names an earlier step', () => {
    const outcomes = newOutcomes(ofGroup(compared, 'htaccess'), (findings) => findings.map(atConfigtest));
    assert.ok(Object.values(outcomes).includes('false-error'));
    assert.deepEqual([...new Set(Object.values(outcomes))], ['false-error']);
  });

  test('when an error spreads over a whole file', () => {
    const outcomes = newOutcomes(compared, (findings, one) => [...findings, ...errorOnEachLine(one)]);
    assert.ok(Object.values(outcomes).includes('too-many'));
  });

  test('when a rule is too eager by one case', () => {
    const [first] = compared.filter((one) => one.expected.refusedAt === undefined);
    assert.ok(first);
    const outcomes = newOutcomes([first], () => [error(1)]);
    assert.deepEqual(outcomes, { [first.case.id]: 'false-error' });
  });

  test('when a known disagreement is mended, so that it is taken off the list', () => {
    const outcomes = newOutcomes(compared, (findings, one) => [...findings, ...missing(one)]);
    assert.ok(Object.values(outcomes).includes('agrees'));
  });
});

/** The outcomes that are not the known ones when the engine has this fault, by id. */
function newOutcomes(compared: readonly Compared[], fault: Fault): Readonly<Record<string, string>> {
  const faulty = compared.map((one) => compareCase(one.case, one.expected, fault(one.findings, one)));
  const outcomes = disagreements(faulty);
  const listed = knownOutcomes(known.cases);
  const changed = faulty.map((one) => one.case.id).filter((id) => outcomes[id] !== listed[id]);
  return Object.fromEntries(changed.map((id) => [id, outcomes[id] ?? 'agrees']));
}

function errorCodes({ findings }: Compared): readonly string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

function atStart(finding: Reported): Reported {
  return finding.severity === 'error' ? { ...finding, refusedAt: 'start' } : finding;
}

function atConfigtest(finding: Reported): Reported {
  return finding.severity === 'error' ? { ...finding, refusedAt: 'configtest' } : finding;
}

function errorOnEachLine({ case: { input } }: Compared): readonly Reported[] {
  return input.text.split('\n').map((_, index) => error(index + 1));
}

function missing({ outcome, expected: { lines, refusedAt } }: Compared): readonly Reported[] {
  return outcome === 'missed' && refusedAt !== undefined ? [{ ...error(lines[0] ?? 1), refusedAt }] : [];
}

function error(line: number): Reported {
  return { line, severity: 'error', refusedAt: 'configtest', code: 'unknown-directive' };
}

function ofGroup(compared: readonly Compared[], group: string): readonly Compared[] {
  return compared.filter((one) => one.case.group === group);
}
