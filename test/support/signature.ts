import assert from 'node:assert/strict';
import { signatureHelp, type SignatureHelp } from '../../server/src/engine/features/index.ts';
import { evaluateText, splitAtCursor, type TextOptions } from './text.ts';

export interface ExpectedSignature extends TextOptions {
  /** The way to write it that is shown, with the parameter at the cursor between `‹` and `›`. */
  readonly shows: string;
  /** Some of the other ways. */
  readonly others?: readonly string[];
  /** Words about the parameter. */
  readonly says?: string;
  /** Words about the directive. */
  readonly about?: string;
}

/** Checks what help there is with the arguments at the mark. */
export function checkSignature(marked: string, expected: ExpectedSignature): void {
  const help = signatureAt(marked, expected);
  assert.ok(help, 'there is no help');
  const { signatures, active, parameter } = help;
  assert.equal(shownOf(help), expected.shows);
  const labels = signatures.map(({ label }) => label);
  for (const other of expected.others ?? []) assert.ok(labels.includes(other), `${other} in: ${labels.join(', ')}`);
  if (expected.says !== undefined)
    assert.equal(signatures[active]?.parameters[parameter]?.documentation, expected.says);
  const about = signatures[active]?.documentation ?? '';
  if (expected.about !== undefined) assert.ok(about.includes(expected.about), about);
}

export function checkNoSignature(marked: string, options: TextOptions = {}): void {
  assert.equal(signatureAt(marked, options), undefined);
}

/** The way to write a line that is shown at the mark, as `ExpectedSignature` has it. */
export function shownSignature(marked: string): string | undefined {
  const help = signatureAt(marked, {});
  return help && shownOf(help);
}

function shownOf({ signatures, active, parameter }: SignatureHelp): string {
  const { label = '', parameters = [] } = signatures[active] ?? {};
  const { start, end } = parameters[parameter]?.span ?? { start: 0, end: 0 };
  return `${label.slice(0, start)}‹${label.slice(start, end)}›${label.slice(end)}`;
}

function signatureAt(marked: string, options: TextOptions): SignatureHelp | undefined {
  const { text, offset } = splitAtCursor(marked);
  const { snapshot, evaluation } = evaluateText(text, options);
  return signatureHelp(snapshot, evaluation, offset);
}
