/**
 * A configuration with what htconf finds in it. In Markdown it is a block of the language `apacheconf`; a block
 * `apacheconf fixed` behind it is what the first repair makes of it. A first line `#- NAME OPTION…` holds what
 * `htconf check` is told; `partsOf` says how further files are written, `withoutMarks` how findings are.
 */
export interface Example {
  /** The last line of text above the block. */
  readonly name: string;
  /** Physical line of the page, from 1, on which the block begins. */
  readonly line: number;
  /** The name of the file, and options of `htconf check`. */
  readonly args: readonly string[];
  /** Configuration and marks, each line with its line end. */
  readonly marked: string;
  /** The same after the first repair. */
  readonly fixed?: string;
}

/** A file among several, or a folder, or a link. */
export interface ExamplePart {
  /** The line that begins it, with its line end; empty for the first file. */
  readonly head: string;
  /** Its path; empty for the first file. That of a folder ends in `/`. */
  readonly path: string;
  /** Of a link: where it leads, relative to its folder. */
  readonly target?: string;
  readonly text: string;
}

/**
 * The files in a text: each but the first begins behind a line `#- PATH`. A `PATH/` is a folder that is there although
 * it may hold nothing, `PATH -> TARGET` is a link.
 */
export function partsOf(text: string): readonly ExamplePart[] {
  const [first = '', ...others] = text.split(/^(?=#- )/m);
  const isFirst = !first.startsWith('#- ');
  const parts = (isFirst ? others : [first, ...others]).map((part): ExamplePart => {
    const head = part.slice(0, part.indexOf('\n') + 1);
    const [path = '', target] = head.slice('#- '.length).trimEnd().split(' -> ');
    return { head, path, text: part.slice(head.length), ...(target !== undefined && { target }) };
  });
  return [{ head: '', path: '', text: isFirst ? first : '' }, ...parts];
}

/** A fragment of which nothing is known. */
const LOOSE = 'site.conf';

export function readExamples(page: string): Example[] {
  const examples: Example[] = [];
  for (const block of page.matchAll(/^```apacheconf( fixed)?\n(.*?)^```$/gms)) {
    const [, fixed, body = ''] = block;
    const before = examples.pop();
    if (fixed !== undefined && before) examples.push({ ...before, fixed: body });
    else examples.push(...(before ? [before] : []), exampleOf(body, page.slice(0, block.index)));
  }
  return examples;
}

function exampleOf(body: string, above: string): Example {
  const [head = '', told] = /^#- (.*)\n/.exec(body) ?? [];
  const lines = above.split('\n');
  return {
    name: lines.filter((line) => line !== '').at(-1) ?? '',
    line: lines.length,
    args: told?.split(' ') ?? [LOOSE],
    marked: body.slice(head.length),
  };
}
