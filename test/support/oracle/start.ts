import { answer } from './answer.ts';
import { writeInput } from './commandLine.ts';
import type { Httpd } from './httpd.ts';
import type { Input } from './input.ts';
import { addressOf, listens, onLoopback } from './ports.ts';
import { hasOwnNetwork, startAlone } from './ownNetwork.ts';
import { refusal } from './refusal.ts';
import { errorLogs, startServer, type Server } from './server.ts';
import { inRoot, withoutRoot } from './serverRoot.ts';
import { ACCEPTED, NO_WORDS, type Step, type Verdict } from './verdict.ts';

/**
 * The second step, and the third: it starts, and answers a request for `/`. Only on loopback, each at its own port; when
 * another process was quicker to take that, once more. What cannot be told there is only started, in a network of its own.
 */
export async function startOrRequest(httpd: Httpd, input: Input, steps: Step, attempts = 3): Promise<Verdict> {
  const local = await onLoopback(input);
  if (!local) return steps === 'start' ? startApart(httpd, input) : beyondLoopback(input);
  const verdict = await startOnce(httpd, local, steps);
  const again = verdict.kind === 'address-in-use' && attempts > 1;
  return again ? startOrRequest(httpd, input, steps, attempts - 1) : verdict;
}

/** Whether a server can be started here with this configuration. */
export async function canStart(input: Input): Promise<boolean> {
  return (await onLoopback(input)) !== undefined || hasOwnNetwork();
}

async function startApart(httpd: Httpd, input: Input): Promise<Verdict> {
  const ended = await startAlone(httpd, input);
  if (!ended) return beyondLoopback(input);
  return ended.code === 0 ? ACCEPTED : refusal('start', ended.errors, input);
}

function beyondLoopback(input: Input): Verdict {
  return refusal('start', `would listen beyond loopback: ${listens(input).join(', ')}`, input);
}

function startOnce(httpd: Httpd, input: Input, steps: Step): Promise<Verdict> {
  return inRoot(httpd, async (root) => {
    writeInput(root, input);
    const server = startServer(httpd, root, input);
    try {
      return await outcome(server, input, steps);
    } finally {
      await server.stop();
    }
  });
}

async function outcome(server: Server, input: Input, steps: Step): Promise<Verdict> {
  const [first] = listens(input);
  const status = first === undefined ? undefined : await answer(server, addressOf(first), '/');
  if (status === undefined) return refusal('start', await server.ended, input);
  if (steps === 'start' || status !== 500) return ACCEPTED;
  const log = withoutRoot(server.root, errorLogs(server.root));
  return refusal('request', log || NO_WORDS, input);
}
