import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import { recognise, type Recognised } from '../engine/engine.ts';
import { RECOGNISE, type RecogniseParams } from './protocol.ts';

/** Whose configuration a text is, of a document that is not ours yet. */
export function run(params: unknown): Recognised | null {
  const { text } = (params ?? {}) as Partial<RecogniseParams>;
  if (typeof text !== 'string')
    throw new ResponseError(ErrorCodes.InvalidParams, `The parameters of ${RECOGNISE} are malformed.`);
  return recognise(text) ?? null;
}
