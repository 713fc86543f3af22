import { applyEdits } from '../../server/src/engine/base/span.ts';
import {
  childUri,
  EMPTY_SNAPSHOT,
  evaluate,
  findings,
  findingsIn,
  fixes,
  NO_SETTINGS,
  openFile,
  safeEdits,
  viewIn,
  withChange,
  type Evaluation,
  type Fix,
  type Reported,
} from '../../server/src/engine/engine.ts';
import { BASE, treeOfCase } from '../agreement/findingsOf.ts';
import type { Input } from '../support/oracle/oracle.ts';
import { surveyTree } from '../support/survey.ts';
import { withInput, type Subject } from './subject.ts';

/** What htconf finds in a subject, and how it would mend it. */
export interface Found {
  readonly findings: readonly FoundHere[];
  /** The subject after all safe fixes. */
  readonly mended: Input;
}

/** A finding with the fixes for it, the best first. */
export interface FoundHere {
  readonly reported: Reported;
  readonly fixes: readonly Fix[];
}

/** A file as htconf sees it, with what is found in it. */
interface Seen {
  readonly evaluation: Evaluation;
  readonly found: readonly Reported[];
}

type FixEdit = Fix['edits'][number];

/** Looks at a subject that has nothing in front of its text; several files are looked at together. */
export function find(subject: Subject): Found {
  const { input } = subject;
  const seen = input.files || input.links ? seenTogether(subject) : [seenAlone(subject)];
  const together = seen.flatMap(({ evaluation, found }) => inFile(safeEdits(found), evaluation.file.uri));
  return {
    findings: seen.flatMap(({ found }) => found.map((reported) => ({ reported, fixes: fixes(reported) }))),
    mended: applied(subject, together),
  };
}

function seenAlone({ uri, input, settings }: Subject): Seen {
  const all = { ...NO_SETTINGS, ...settings };
  const file = openFile(uri, 0, input.text);
  const evaluation = evaluate(withChange(EMPTY_SNAPSHOT, { files: [file], settings: all }), file);
  return { evaluation, found: findings(evaluation, all) };
}

function seenTogether(subject: Subject): Seen[] {
  const all = { ...NO_SETTINGS, ...subject.settings };
  const tree = treeOfCase(subject);
  const surveyed = surveyTree(tree, all);
  return tree.files.flatMap(({ uri }) => {
    const evaluation = viewIn(surveyed, uri);
    return evaluation ? [{ evaluation, found: findingsIn(surveyed, uri, all) }] : [];
  });
}

/** The subject after a fix of a finding. */
export function fixed(subject: Subject, { reported }: FoundHere, { edits }: Fix): Input {
  return applied(subject, inFile(edits, reported.uri));
}

/** Edits that all say in which file they are. */
function inFile(edits: readonly FixEdit[], uri: string): Required<FixEdit>[] {
  return edits.map((edit) => ({ uri, ...edit }));
}

function applied({ uri, input }: Subject, edits: readonly Required<FixEdit>[]): Input {
  const edited = (text: string, at: string) =>
    applyEdits(
      text,
      edits.filter((edit) => edit.uri === at),
    );
  const text = edited(input.text, uri);
  if (!input.files) return { ...input, text };
  const files = Object.entries(input.files).map(
    ([path, other]) => [path, edited(other, childUri(BASE, path))] as const,
  );
  return { ...input, text, files: Object.fromEntries(files) };
}

/** What is found in the same subject with another text. */
export function findingsAfter(subject: Subject, input: Input): Reported[] {
  return find(withInput(subject, input)).findings.map(({ reported }) => reported);
}
