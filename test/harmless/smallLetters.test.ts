import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { CODES } from '../../server/src/engine/engine.ts';
import { logicalSpans } from '../format/words.ts';
import { FAMILIES } from './families.ts';
import { find, type FoundHere } from './find.ts';
import { firstDifference, readingOfText } from './sameReading.ts';
import type { Subject } from './subject.ts';

const OTHERS = Object.keys(CODES).filter((code) => code !== 'directive-case');

suite('names that are all in small letters', () => {
  for (const { name, missing, fixed } of FAMILIES) {
    if (!fixed) continue;
    test(`${name}: the safe fixes spell them as usual and change nothing else`, { skip: missing }, () => {
      const accepted = fixed().filter(({ likely }) => likely === 'accepted');
      const mended = accepted.map(inSmallLetters).filter(isMended);
      assert.equal(mended.length > 0, accepted.length > 0);
    });
  }
});

/** Whether there was something to mend; it must be mended. */
function isMended(subject: Subject): boolean {
  const { input, id } = subject;
  const { mended, findings } = find(subject);
  const difference = firstDifference(readingOfText(input.text, true), readingOfText(mended.text, true));
  assert.equal(difference, undefined, id);
  if (!findings.some(isLeftOut)) assert.deepEqual(find({ ...subject, input: mended }).findings, [], id);
  return findings.length > 0;
}

/** Not all of very many findings are shown, or mended. */
function isLeftOut({ reported }: FoundHere): boolean {
  return reported.code === 'left-out';
}

/** The text alone, with all modules, so that many names are known, and only with the findings about them. */
function inSmallLetters(subject: Subject): Subject {
  const { encoding = 'utf8', kind, text } = subject.input;
  const small = logicalSpans(text).map(({ start, end }) => smallName(text.slice(start, end)));
  const rules = Object.fromEntries(OTHERS.map((code) => [code, 'off'] as const));
  const settings: Subject['settings'] = { modules: 'all', rules };
  return { ...subject, before: '', settings, input: { encoding, kind, text: small.join('') } };
}

function smallName(line: string): string {
  return line.replace(/^[ \t\v\f\r]*<?\/?\w+/, (name) => name.toLowerCase());
}
