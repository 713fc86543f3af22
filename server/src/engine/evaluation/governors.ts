import { nameOf } from '../base/paths.ts';
import { isLoose } from '../kinds/world.ts';
import { worldOf } from './disk.ts';
import type { Evaluation, Governed } from './evaluation.ts';
import { overridesOf, type Overrides } from './overrides.ts';
import { accessFiles, possibilitiesFor } from './possibilities.ts';

/** What the main configurations among some evaluations say of `.htaccess` files. */
export function governorsAmong(evaluations: readonly Evaluation[]): Overrides[] {
  return evaluations.filter((evaluation) => !isLoose(worldOf(evaluation)) && !isGoverned(evaluation)).map(overridesOf);
}

/** A `.htaccess` inherits what its main configuration knows, but is none. */
function isGoverned({ role }: Evaluation): boolean {
  return typeof role === 'object';
}

/** Whether a file may be a `.htaccess` of one of these. */
export function mayBeHtaccess(governors: readonly Overrides[], uri: string): boolean {
  return governors.some((governor) => accessFiles(governor).includes(nameOf(uri)));
}

/**
 * The main configuration that names the folder of a `.htaccess`, without those that another one reads; where several do, it
 * is not known which is meant.
 */
export function governorOf(governors: readonly Overrides[], uri: string): Governed | undefined {
  const found = governors.flatMap((governor) => {
    const possibilities = possibilitiesFor(governor, uri);
    return possibilities ? [{ root: governor.root, possibilities }] : [];
  });
  const outer = found.filter(
    ({ root: { file } }) => !found.some(({ root }) => root.file !== file && root.files.has(file.uri)),
  );
  return outer.length === 1 ? outer[0] : undefined;
}
