import type { Case } from '../agreement/case.ts';
import type { Input } from '../support/oracle/oracle.ts';

/** A configuration whose fixes and formatting the real httpd judges. */
export interface Subject extends Case {
  /** What httpd probably says; where it says the other, asking takes longer. */
  readonly likely: 'accepted' | 'refused';
  /** Physical lines, from 1, that httpd was seen to refuse, the ones before them taken out; where they were written down. */
  readonly refusedLines?: readonly number[];
}

/** The same subject with other texts. */
export function withInput(subject: Subject, input: Input): Subject {
  return { ...subject, input };
}

/** The same subject with what htconf reads in front of the text as a part of it, since a fix may change that too. */
export function inOneText(subject: Subject): Subject {
  const { before, input } = subject;
  if (before === '') return subject;
  return { ...subject, before: '', input: { ...input, text: before + input.text, prelude: '' } };
}

/** All its configuration files: the text first. */
export function textsOf({ text, files = {} }: Input): readonly string[] {
  return [text, ...Object.values(files)];
}
