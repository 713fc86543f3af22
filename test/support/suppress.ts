import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/engine/base/span.ts';
import { findings, suppressFix } from '../../server/src/engine/engine.ts';
import { evaluateText, type TextOptions } from './text.ts';

/** Checks the text once all findings of a code are suppressed, the reason marked by `«»`; none of them may be left then. */
export function checkSuppress(text: string, code: string, expected: string, options: TextOptions = {}): void {
  const [finding] = findingsOf(text, code, options);
  assert.ok(finding, `${code} is found`);
  const fix = suppressFix(finding);
  assert.ok(fix, `${code} can be suppressed`);
  const { edit, reason } = fix;
  const put = reason ? marked(edit.text, reason) : edit.text;
  assert.equal(applyEdits(text, [{ span: edit.span, text: put }]), expected);
  assert.deepEqual(findingsOf(applyEdits(text, [edit]), code, options), []);
  assert.deepEqual(findingsOf(applyEdits(text, [edit]), 'suppress-unused', options), []);
}

export function checkNoSuppress(text: string, code: string): void {
  const [finding] = findingsOf(text, code, {});
  assert.ok(finding, `${code} is found`);
  assert.equal(suppressFix(finding), undefined);
}

function findingsOf(text: string, code: string, options: TextOptions) {
  const { evaluation, snapshot } = evaluateText(text, options);
  return findings(evaluation, snapshot.settings).filter((one) => one.code === code);
}

function marked(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
}
