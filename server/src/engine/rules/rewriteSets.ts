import type { Ask } from '../base/ask.ts';
import type { Fact } from '../evaluation/finding.ts';
import { isLoose } from '../kinds/world.ts';
import { REWRITE_CONDITION, REWRITE_REFERENCE, REWRITE_RULE, REWRITE_UNKNOWN } from './rewriteFacts.ts';
import { topicOf } from './sectionFacts.ts';

/** A RewriteRule or RewriteCond with what it refers to. */
export interface RewriteLine {
  readonly fact: Fact;
  readonly references: readonly Fact[];
}

/** A RewriteRule with the conditions before it; conditions that no rule follows have none. */
export interface RewriteSet {
  readonly rule?: RewriteLine;
  readonly conditions: readonly RewriteLine[];
  /** Whether these are surely all conditions of the rule, or surely no rule follows. */
  readonly isSure: boolean;
}

/** Sections that keep rules and conditions of their own; in all others they are those of the section around. */
const SECTIONS = [
  ...['<directory', '<directorymatch', '<location', '<locationmatch', '<files', '<filesmatch'],
  ...['<proxy', '<proxymatch', '<virtualhost', '<if', '<elseif', '<else'],
];

/** What the facts are about that sets are made of. */
export const SET_TOPICS: readonly string[] = [
  ...[REWRITE_CONDITION, REWRITE_REFERENCE, REWRITE_RULE, REWRITE_UNKNOWN, 'unclosed'],
  ...SECTIONS,
];

/** The conditions of a section that wait for their rule. */
interface Waiting {
  conditions: RewriteLine[];
  isSure: boolean;
}

/** Whether the facts of an evaluation are all that httpd reads, and not those of a file that something else may include. */
export function isWholeReading(facts: readonly Fact[], ask: Ask): boolean {
  return !isLoose(ask) || facts[0]?.place.htaccess === true;
}

/**
 * Rules with their conditions, in the order of the facts, of which others may be there too. `isWhole`: the facts are all that is read, so that nothing waits
 * at their begin, and nothing follows at their end.
 */
export function rewriteSets(facts: readonly Fact[], isWhole: boolean): readonly RewriteSet[] {
  const sets: RewriteSet[] = [];
  const outermost: Waiting = { conditions: [], isSure: isWhole };
  const stack = [outermost];
  let references: Fact[] = [];
  for (const fact of facts.filter((one) => SET_TOPICS.includes(topicOf(one)))) {
    const here = stack.at(-1) ?? outermost;
    if (fact.kind === 'open') stack.push({ conditions: [], isSure: true });
    else if (fact.kind === 'close') close(stack, sets);
    else if (fact.kind === REWRITE_REFERENCE) references.push(fact);
    else if (fact.kind === REWRITE_CONDITION || fact.kind === REWRITE_RULE) {
      add(here, { fact, references }, sets);
      references = [];
    } else doubt(fact.kind === 'unclosed' ? stack : [here]);
  }
  if (stack.length === 1) end(outermost, isWhole, sets);
  return sets;
}

function close(stack: Waiting[], sets: RewriteSet[]): void {
  const waiting = stack.length > 1 ? stack.pop() : undefined;
  if (waiting) end(waiting, true, sets);
}

function end({ conditions, isSure }: Waiting, isEnd: boolean, sets: RewriteSet[]): void {
  if (conditions.length > 0) sets.push({ conditions, isSure: isSure && isEnd });
}

function doubt(all: readonly Waiting[]): void {
  for (const waiting of all) waiting.isSure = false;
}

/** A rule takes all conditions before it; behind one that may not be read it is not known whether some still wait. */
function add(waiting: Waiting, line: RewriteLine, sets: RewriteSet[]): void {
  const isRead = line.fact.place.truth === 'yes';
  waiting.isSure &&= isRead;
  if (line.fact.kind === REWRITE_CONDITION) {
    waiting.conditions.push(line);
    return;
  }
  const { conditions, isSure } = waiting;
  sets.push({ rule: line, conditions, isSure });
  Object.assign(waiting, { conditions: [], isSure: isRead });
}
