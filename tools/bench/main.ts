// npm run bench: how long things take, beside other programs that do the like, as a table in Markdown.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findPeers } from './peers.ts';
import { inRounds, type Rounds } from './rounds.ts';
import { subjectsIn, type Sizes } from './subjects.ts';
import { machine, tableOf } from './table.ts';

const usage = `npm run bench              everything; it takes some minutes
npm run bench -- --quick   small inputs and few rounds: whether it works, not how fast it is

Beside htconf are measured: httpd -t, where there is an httpd (HTTPD=/path/to/httpd names one), and the language server for
Dockerfiles from npm, which is downloaded into .cache/bench the first time, unless --quick is given.`;

/** What a run measures, and how often, after so many rounds that do not count. */
type Plan = Sizes & Pick<Rounds, 'warmUp' | 'rounds'>;

const FULL: Plan = { lines: [1_000, 10_000, 100_000], files: 2_000, warmUp: 1, rounds: 20 };
const QUICK: Plan = { lines: [200], files: 5, warmUp: 0, rounds: 2 };

const { values } = parseArgs({ options: { help: { type: 'boolean' }, quick: { type: 'boolean' } } });
if (values.help) console.log(usage);
else await bench(values.quick ?? false);

async function bench(isQuick: boolean): Promise<void> {
  const plan = isQuick ? QUICK : FULL;
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'htconf-bench-')));
  try {
    const peers = await findPeers({ mayDownload: !isQuick });
    const { all, stop } = await subjectsIn(folder, plan, peers);
    const times = await inRounds(all, { ...plan, tell: (sentence) => void process.stderr.write(`${sentence}\n`) });
    await stop();
    console.log(`${machine()}\n${versionOf(peers.httpd?.version)}${String(plan.rounds)} rounds\n\n${tableOf(times)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function versionOf(httpd: string | undefined): string {
  return httpd === undefined ? '' : `httpd ${httpd}; `;
}
