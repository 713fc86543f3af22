import {
  EMPTY_SNAPSHOT,
  evaluate,
  fileText,
  findings,
  openFile,
  safeEdits,
  withChange,
  type Evaluation,
  type Reported,
  type Settings,
  type SourceFile,
} from '../engine/engine.ts';
import { edited } from './edited.ts';

/** A text with what htconf says of it. */
export interface Examined {
  readonly text: string;
  readonly evaluation: Evaluation;
  readonly found: readonly Reported[];
}

/** Of two repairs of the same words only one is made at a time. No text needs more rounds than this. */
const MOST_ROUNDS = 10;

export function examine(uri: string, text: string, settings: Settings): Examined {
  return examineFile(openFile(uri, 0, text), settings);
}

/** A text after its repairs; `changes` counts their edits. */
export interface Repaired {
  readonly examined: Examined;
  readonly changes: number;
}

/** Makes all safe repairs. */
export function repair(before: Examined, settings: Settings): Repaired {
  let examined = before;
  let changes = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits = safeEdits(examined.evaluation, examined.found);
    if (edits.length === 0) break;
    changes += edits.length;
    examined = examineFile(edited(examined.evaluation.file, edits), settings, examined.evaluation);
  }
  return { examined, changes };
}

function examineFile(file: SourceFile, settings: Settings, previous?: Evaluation): Examined {
  const snapshot = withChange(EMPTY_SNAPSHOT, { files: [file], settings });
  const evaluation = evaluate(snapshot, file, previous);
  return { text: fileText(file), evaluation, found: findings(evaluation, settings) };
}
