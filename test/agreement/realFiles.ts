import { join } from 'node:path';
import { check } from '../support/check.ts';
import type { Reported } from './compare.ts';
import { faultyLines, foundLines, parseErrors, type CorpusVerdict } from './corpusVerdict.ts';
import { furtherFolder } from './furtherCases.ts';
import { readText } from './readText.ts';
import { readTable } from './table.ts';

/** A configuration that somebody uses, with what the real httpd says of it. */
export interface RealFile {
  readonly verdict: CorpusVerdict;
  readonly text: string;
  readonly findings: readonly Reported[];
}

/** All of them; they are a part of the further cases. */
export function realFiles(): readonly RealFile[] {
  const rows = readTable(join(furtherFolder, 'corpus/verdicts.tsv'), ['path', 'mode', 'errors']);
  return rows.map(({ path, mode, errors }) => {
    const isHtaccess = mode === 'htaccess';
    const text = readText(join(furtherFolder, 'corpus/files', path));
    return {
      verdict: { path, refusedAt: isHtaccess ? 'request' : 'configtest', errors: parseErrors(errors) },
      text,
      findings: check(text, `file:///srv/httpd/${isHtaccess ? '.htaccess' : 'fragment.conf'}`, {
        context: isHtaccess ? 'htaccess' : 'server',
        modules: 'all',
      }),
    };
  });
}

/** Lines that httpd refuses for what they say, unknown directives apart. */
export interface FaultyLines {
  readonly all: number;
  /** Those without an error, as `path:line`. */
  readonly missed: readonly string[];
}

export function faultyLinesOf(files: readonly RealFile[]): FaultyLines {
  const faulty = files.map((file) => ({ ...file, lines: faultyLines(file.verdict) }));
  const missed = faulty.flatMap(({ text, lines, findings, verdict }) => {
    const found = foundLines(text, lines, findings);
    return lines.filter((line) => !found.includes(line)).map((line) => `${verdict.path}:${line}`);
  });
  return { all: faulty.reduce((sum, { lines }) => sum + lines.length, 0), missed };
}
