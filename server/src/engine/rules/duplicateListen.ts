import type { Fact } from '../evaluation/finding.ts';
import { removeLine } from './edits.ts';
import { CYCLE } from './includeLine.ts';
import { repeatedListeners } from './listeners.ts';
import type { Fix, FixContext, FoundAt, Rule } from './rule.ts';
import { isSameLine, LISTEN, wholeFacts } from './serverFacts.ts';

/** Two `Listen` for the very same address and port (httpd-config 8.13). */
export const duplicateListen: Rule = {
  code: 'duplicate-listen',
  needs: [LISTEN],
  reads: [CYCLE],
  whole: (facts) => repetitions(facts),
  fixes: (context) => removal(context),
};

/** Where a file includes itself, httpd gives up before it comes to what the lines say. */
function repetitions(facts: readonly Fact[]): FoundAt[] {
  const isEndless = facts.some(({ kind }) => kind === CYCLE);
  return repeatedListeners(facts).flatMap(({ listener: { fact }, first }) =>
    first && !(isEndless && isSameLine(fact, first.fact)) ? repetition(fact, first.fact) : [],
  );
}

function repetition(fact: Fact, first: Fact): FoundAt {
  const { ref, place, span, value } = fact;
  const isTwice = isSameLine(fact, first);
  return {
    ref,
    place,
    span,
    message: `\`${value}\` is listened at already: ${isTwice ? 'this line is read twice' : 'another line says the same'}.`,
    why: 'httpd takes each address and port once, and refuses the second line.',
    ...(!isTwice && { related: [{ ref: first.ref, span: first.span, message: 'This one comes first.' }] }),
  };
}

/** Of a line that is read twice nothing would be left. */
function removal(context: FixContext): Fix[] {
  const { ref } = context.step;
  const times = wholeFacts(context.evaluation).filter((fact) => fact.kind === LISTEN && isSameLine(fact, { ref }));
  if (times.length > 1) return [];
  return [{ title: 'Remove the line', safe: false, preferred: true, edits: [removeLine(context)] }];
}
