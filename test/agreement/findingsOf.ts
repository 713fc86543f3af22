import { lineStarts, positionAt } from '../support/lines.ts';
import { findingsIn, mainConfigurationOf, NO_SETTINGS, type Evaluation } from '../../server/src/engine/engine.ts';
import { check } from '../support/check.ts';
import { surveyTree } from '../support/survey.ts';
import { treeOfParts, type Tree } from '../support/tree.ts';
import type { Case } from './case.ts';
import type { Reported } from './compare.ts';

/** The folder that the files of a case are in. */
export const BASE = 'file:///srv/httpd';

/**
 * What the engine finds in a case, and in the files that it brings in. Of several files it is known that there are no
 * others.
 */
export function findingsOf(one: Case): readonly Reported[] {
  const { input, before, uri, settings } = one;
  const shift = before.split('\n').length - 1;
  const found =
    input.files || input.links || one.main !== undefined ? foundInTree(one) : check(before + input.text, uri, settings);
  return found.map((finding) => (finding.uri === uri ? { ...finding, line: finding.line - shift } : inFile(finding)));
}

function foundInTree(one: Case) {
  const tree = treeOfCase(one);
  const all = { ...NO_SETTINGS, ...one.settings };
  const seen = surveyTree(tree, all);
  const evaluation = seen.evaluations.get(one.uri);
  const main = evaluation && (mainConfigurationOf(evaluation) ?? evaluation);
  const isPart = (reader: Evaluation): boolean => (mainConfigurationOf(reader) ?? reader) === main;
  const read = tree.files.filter((file) => seen.readers.get(file.uri)?.some(isPart));
  return read.flatMap((file) => {
    const starts = lineStarts(file.text);
    const found = findingsIn(seen, file.uri, all);
    return found.map((one) => ({ ...one, line: positionAt(starts, one.span.start).line + 1 }));
  });
}

/** The files of a case, and nothing else. */
export function treeOfCase({ input, before, main, uri }: Case): Tree {
  const own = { [uri.slice(BASE.length + 1)]: before + input.text, ...input.files };
  const texts = main === undefined ? own : { 'httpd.conf': main, ...own };
  const links = Object.entries(input.links ?? {}).map(([path, target]) => ({ path, target, text: '' }));
  return treeOfParts([...Object.entries(texts).map(([path, text]) => ({ path, text })), ...links], BASE);
}

function inFile<F extends { readonly uri: string }>(finding: F): F & { readonly file: string } {
  return { ...finding, file: finding.uri.slice(BASE.length + 1) };
}
