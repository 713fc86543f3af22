import type { Severity } from '../../engine/engine.ts';
import type { Shown } from './finding.ts';

/** All that a report tells. */
export interface Report {
  readonly shown: readonly Shown[];
  /** The names of the files that were checked, in order. */
  readonly files: readonly string[];
  /** Changes that `--fix` has made. */
  readonly fixed: number;
  /** The severities that make the exit code 1. */
  readonly failing: readonly Severity[];
  /** Sentences on what could not be done. */
  readonly problems: readonly string[];
  readonly exitCode: number;
}
