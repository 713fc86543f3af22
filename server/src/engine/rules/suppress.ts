import type { Fact } from '../evaluation/finding.ts';
import type { Finding } from '../evaluation/finding.ts';
import type { LineRef } from '../syntax/chunk.ts';
import { lineAfter, lineOffset, type SourceFile } from '../syntax/sourceFile.ts';
import { CODES, codeOf } from './codes.ts';
import type { FactHere, Rule } from './rule.ts';

/** `# htconf-ignore-next-line CODE[, CODE]`, or `-file`; a reason may follow behind a colon. */
const BEGINNING = /^(\s*#\s*htconf-ignore-(next-line|file)\b)([^:\r\n]*)/;

/** What stands in such a comment; positions count from the beginning of its line. */
interface SuppressComment {
  readonly scope: string;
  readonly codes: string;
  /** Where the codes begin. */
  readonly at: number;
  readonly reason: string;
}

/** Reads a comment; undefined for any other. */
export function suppressComment(raw: string): SuppressComment | undefined {
  const [all = '', before = '', scope = '', codes = ''] = BEGINNING.exec(raw) ?? [];
  const rest = raw.slice(all.length).trim();
  if (all === '' || (rest !== '' && !rest.startsWith(':'))) return undefined;
  return { scope, codes, at: before.length, reason: rest.slice(1).trim() };
}

/** A suppress comment as a fact: its value is `next-line CODE` or `file CODE`, one fact for each code. */
export const SUPPRESS = 'suppress';

/** Facts of a comment; used by the dispatcher for lines that are comments. */
export function suppressFacts(raw: string): FactHere[] {
  const comment = suppressComment(raw);
  if (!comment) return [];
  return [...comment.codes.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({
    kind: SUPPRESS,
    value: `${comment.scope} ${code}`,
    span: { start: comment.at + index, end: comment.at + index + code.length },
  }));
}

/** What is to be said of a suppress comment alone. */
export const suppressWithoutReason: Rule = {
  code: 'suppress-without-reason',
  line({ source }) {
    const comment = source.form === 'comment' ? suppressComment(source.raw) : undefined;
    if (!comment || comment.reason !== '') return [];
    const start = source.raw.indexOf('#');
    const end = source.raw.trimEnd().length;
    return [{ span: { start, end }, message: 'Say why this is suppressed: `: reason` behind the code.' }];
  },
};

export const suppressUnknown: Rule = {
  code: 'suppress-unknown',
  line({ source }) {
    if (source.form !== 'comment') return [];
    const comment = suppressComment(source.raw);
    if (comment?.codes.trim() === '') {
      const start = source.raw.indexOf('htconf-ignore');
      const message = 'No code is named here, so nothing is suppressed: `CODE: reason` is due.';
      return [{ span: { start, end: comment.at }, message }];
    }
    return suppressFacts(source.raw)
      .filter((fact) => !Object.hasOwn(CODES, codeIn(fact)))
      .map(({ span, ...fact }) => ({ span, message: `htconf has no code \`${codeIn(fact)}\`.` }));
  },
};

function codeIn({ value }: Pick<Fact, 'value'>): string {
  return value.slice(value.indexOf(' ') + 1);
}

/** Takes away what the comments of a file, given as facts, suppress, and adds what is to be said of comments that suppress nothing. */
export function suppressed(file: SourceFile, findings: readonly Finding[], facts: readonly Fact[]): Finding[] {
  const comments = distinct(
    file,
    facts.filter((fact) => Object.hasOwn(CODES, codeIn(fact))),
  );
  if (comments.length === 0) return [...findings];
  const used = new Set<Fact>();
  const forFile = new Map(comments.filter(isForFile).map((comment) => [codeIn(comment), comment]));
  const reaches = reachesByCode(file, comments);
  const left = findings.filter((finding) => {
    const { code, ref } = finding;
    const comment = forFile.get(code) ?? covering(reaches.get(code) ?? [], lineOffset(file, ref) ?? 0);
    if (comment) used.add(comment);
    return !comment;
  });
  return [...left, ...comments.filter((fact) => !used.has(fact) && isJudged(fact)).map(unused)];
}

/** Comments of a file that is read several times, each once; one that is judged at least once counts as judged. */
function distinct(file: SourceFile, comments: readonly Fact[]): Fact[] {
  const found = new Map<string, Fact>();
  for (const comment of comments) {
    const key = `${String(lineOffset(file, comment.ref))} ${String(comment.span.start)}`;
    const known = found.get(key);
    if (!known || !isJudged(known)) found.set(key, comment);
  }
  return [...found.values()];
}

/** In a block that is not read nothing is found, so nothing can be said of a comment there. */
function isJudged({ place }: Fact): boolean {
  return place.truth !== 'no' && !place.text;
}

function isForFile(comment: Fact): boolean {
  return comment.value.startsWith('file ');
}

/** Offsets of the line that a comment is on, and of the last line that it is about. */
interface Reach {
  readonly comment: Fact;
  readonly from: number;
  readonly to: number;
}

/** Comments on the next line, by code and in order: each is about the comments below it, and the first other line. */
function reachesByCode(file: SourceFile, comments: readonly Fact[]): ReadonlyMap<string, readonly Reach[]> {
  const byCode = new Map<string, Reach[]>();
  let below: Reach | undefined;
  for (const comment of comments.filter((one) => !isForFile(one)).reverse()) {
    const reach: Reach = { comment, from: lineOffset(file, comment.ref) ?? 0, to: lastLine(file, comment.ref, below) };
    below = reach;
    const known = byCode.get(codeIn(comment));
    if (known) known.push(reach);
    else byCode.set(codeIn(comment), [reach]);
  }
  for (const list of byCode.values()) list.reverse();
  return byCode;
}

/** Offset of the last line that a comment on the next line is about; where the comment `below` is met, of its last one. */
function lastLine(file: SourceFile, ref: LineRef, below: Reach | undefined): number {
  for (let at: LineRef | undefined = ref; at; at = lineAfter(file, at, ({ form }) => form !== 'blank')) {
    if (below && isSameLine(at, below.comment.ref)) return below.to;
    if (at.chunk.lines[at.index]?.form !== 'comment') return lineOffset(file, at) ?? 0;
  }
  return Infinity;
}

function isSameLine(a: LineRef, b: LineRef): boolean {
  return a.chunk === b.chunk && a.index === b.index;
}

/** The nearest comment above a line that is about it. */
function covering(reaches: readonly Reach[], line: number): Fact | undefined {
  let low = 0;
  let high = reaches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reaches[middle] as Reach).from < line) low = middle + 1;
    else high = middle;
  }
  const nearest = reaches[low - 1];
  return nearest && line <= nearest.to ? nearest.comment : undefined;
}

function unused(comment: Fact): Finding {
  const where = comment.value.startsWith('file ') ? 'in this file' : 'on the next line';
  return {
    code: 'suppress-unused',
    severity: codeOf('suppress-unused').severity,
    message: `There is no \`${codeIn(comment)}\` ${where} to suppress.`,
    span: comment.span,
    ref: comment.ref,
    place: comment.place,
  };
}
