import type { Fact } from '../evaluation/finding.ts';
import { BEGINS, whereToSay } from './beginFacts.ts';
import { insertLineBefore } from './edits.ts';
import { isWhole } from './listeners.ts';
import type { FoundAt, Rule } from './rule.ts';
import { isInVhost, SERVER_NAME, unknown } from './serverFacts.ts';

/** The main server has no name of its own (httpd-config 8.14, ap_get_local_host in server/util.c). */
export const missingServername: Rule = {
  code: 'missing-servername',
  needs: [BEGINS],
  reads: [SERVER_NAME, unknown(SERVER_NAME)],
  whole: (facts, ask) => (isWhole(ask) && !facts.some(isMainName) ? missing(facts) : []),
  fixes: ({ file, step }) => [
    {
      title: 'Add `ServerName localhost`',
      safe: false,
      preferred: false,
      edits: [insertLineBefore(file, step.ref, 'ServerName localhost', step.ref)],
    },
  ],
};

function isMainName(fact: Fact): boolean {
  return fact.kind !== BEGINS && !isInVhost(fact);
}

function missing(facts: readonly Fact[]): FoundAt[] {
  return whereToSay(facts).map((where) => ({
    ...where,
    message: 'There is no `ServerName` outside of virtual hosts.',
    why: 'httpd asks the system for the full name of the machine, writes a warning where there is none, and goes on.',
  }));
}
