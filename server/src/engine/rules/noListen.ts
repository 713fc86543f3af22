import type { Ask } from '../base/ask.ts';
import type { Fact } from '../evaluation/finding.ts';
import { insertLineBefore, lineEnd } from './edits.ts';
import { BEGINS, whereToSay } from './beginFacts.ts';
import { isWhole } from './listeners.ts';
import type { Fix, FixContext, FoundAt, Rule } from './rule.ts';
import { listenFacts, LISTENS, mistypedFacts, wholeFacts } from './serverFacts.ts';
import { virtualHostsIn } from './virtualHosts.ts';

/** Nothing says at which port to listen (httpd-config 9). httpd names no line. */
export const noListen: Rule = {
  code: 'no-listen',
  facts: (directive) => (directive.key === 'listen' ? listenFacts(directive) : mistypedFacts(directive)),
  needs: [BEGINS],
  reads: LISTENS,
  whole: (facts, ask) => missing(facts, ask),
  fixes: (context) => [addPorts(context)],
};

function missing(facts: readonly Fact[], ask: Ask): FoundAt[] {
  if (!isWhole(ask) || facts.some(({ kind }) => LISTENS.includes(kind))) return [];
  return whereToSay(facts).map((where) => ({
    ...where,
    message: 'There is no `Listen`: the server has no port to wait at.',
    why: 'httpd opens only the ports that a `Listen` names, and stops where there is none.',
  }));
}

/** The ports of the virtual hosts, or else the usual one. */
function addPorts({ evaluation, file, step }: FixContext): Fix {
  const ports = virtualHostsIn(wholeFacts(evaluation)).map(({ hosts }) => hosts[0]?.address.port ?? 0);
  const wanted = [...new Set(ports)].filter((port) => port > 0).sort((a, b) => a - b);
  const lines = (wanted.length > 0 ? wanted : [80]).map((port) => `Listen ${String(port)}`);
  const edits = [insertLineBefore(file, step.ref, lines.join(lineEnd(file, step.ref)), step.ref)];
  return { title: `Add ${lines.map((line) => `\`${line}\``).join(', ')}`, safe: false, preferred: true, edits };
}
