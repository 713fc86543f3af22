import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../server/src/engine/base/span.ts';
import { textOfCell } from '../support/visible.ts';

/** A text before and after formatting. */
export interface FormatCase {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** The part that was selected. */
  readonly range?: Span;
}

const folder = 'test/format/fixtures';

/**
 * The cases of a fixture: each begins with `#- TITLE`; `#=` stands between before and after, and without it nothing is
 * to change. Signs as in tables stand for what cannot be seen; `∎` ends a text without line end; `⟦` and `⟧` stand
 * around what is selected.
 */
export function casesOf(name: string): FormatCase[] {
  const text = readFileSync(join(folder, name), 'utf8');
  const [, ...cases] = text.split(/^#- /m);
  return cases.map(readCase);
}

export function fixtureNames(): string[] {
  return readdirSync(folder);
}

function readCase(text: string): FormatCase {
  const end = text.indexOf('\n');
  const title = text.slice(0, end);
  const [before = '', after = before, ...more] = text.slice(end + 1).split(/^#=\n/m);
  if (more.length > 0) throw new Error(`${title}: there are two lines with #=`);
  const marked = shown(before);
  const range = selected(marked);
  const texts = { title, before: marked.replaceAll(/[⟦⟧]/g, ''), after: shown(after).replaceAll(/[⟦⟧]/g, '') };
  return range ? { ...texts, range } : texts;
}

function shown(text: string): string {
  return textOfCell(text.replace(/∎\n/, ''));
}

function selected(text: string): Span | undefined {
  const start = text.indexOf('⟦');
  return start < 0 ? undefined : { start, end: text.indexOf('⟧') - 1 };
}
