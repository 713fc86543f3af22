import type { Fact } from '../evaluation/finding.ts';
import type { Finding } from '../evaluation/finding.ts';
import { lineAfter, type SourceFile } from '../syntax/sourceFile.ts';
import { CODES, codeOf } from './codes.ts';
import type { FactHere, Rule } from './rule.ts';

/** `# htconf-ignore-next-line CODE[, CODE]: reason`, or `-file`. */
const COMMENT = /^\s*#\s*htconf-ignore-(next-line|file)\b[ \t]*([^:\r\n]*)(?::[ \t]*(.*?))?\s*$/s;

/** A suppress comment as a fact: its value is `next-line CODE` or `file CODE`, one fact for each code. */
export const SUPPRESS = 'suppress';

/** Facts of a comment; used by the dispatcher for lines that are comments. */
export function suppressFacts(raw: string): FactHere[] {
  const match = COMMENT.exec(raw);
  if (!match) return [];
  const [, scope = '', codes = ''] = match;
  const start = raw.indexOf(codes, raw.indexOf(scope) + scope.length);
  return [...codes.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({
    kind: SUPPRESS,
    value: `${scope} ${code}`,
    span: { start: start + index, end: start + index + code.length },
  }));
}

/** What is to be said of a suppress comment alone. */
export const suppressWithoutReason: Rule = {
  code: 'suppress-without-reason',
  line({ source }) {
    const match = source.form === 'comment' ? COMMENT.exec(source.raw) : null;
    if (!match || match[3]) return [];
    const start = source.raw.indexOf('#');
    const end = source.raw.trimEnd().length;
    return [{ span: { start, end }, message: 'Say why this is suppressed: `: reason` behind the code.' }];
  },
};

export const suppressUnknown: Rule = {
  code: 'suppress-unknown',
  line({ source }) {
    if (source.form !== 'comment') return [];
    return suppressFacts(source.raw)
      .filter((fact) => !(codeIn(fact) in CODES))
      .map(({ span, ...fact }) => ({ span, message: `htconf has no code \`${codeIn(fact)}\`.` }));
  },
};

function codeIn({ value }: Pick<Fact, 'value'>): string {
  return value.slice(value.indexOf(' ') + 1);
}

/** Takes away what the comments of a file, given as facts, suppress, and adds what is to be said of comments that suppress nothing. */
export function suppressed(file: SourceFile, findings: readonly Finding[], facts: readonly Fact[]): Finding[] {
  const comments = facts.filter((fact) => codeIn(fact) in CODES);
  if (comments.length === 0) return [...findings];
  const used = new Set<Fact>();
  const left = findings.filter((finding) => {
    const comment = comments.find((fact) => codeIn(fact) === finding.code && covers(file, fact, finding));
    if (comment) used.add(comment);
    return !comment;
  });
  return [...left, ...comments.filter((fact) => !used.has(fact)).map(unused)];
}

function covers(file: SourceFile, comment: Fact, finding: Finding): boolean {
  if (comment.value.startsWith('file ')) return true;
  const next = lineAfter(file, comment.ref, (line) => line.form !== 'comment' && line.form !== 'blank');
  return next !== undefined && next.chunk === finding.ref.chunk && next.index === finding.ref.index;
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
