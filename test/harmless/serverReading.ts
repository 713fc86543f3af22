import { dump, judge, type Httpd, type Input, type Verdict } from '../support/oracle/oracle.ts';
import { readingOfDump, type Reading } from './sameReading.ts';

/** What the real httpd makes of a text. */
export interface ServerReading {
  readonly verdict: Verdict;
  /** What it read; none where it refuses, or where it does not show it. */
  readonly reading?: Reading;
}

/** mod_info prints what httpd read. */
const WITNESS = 'LoadModule info_module modules/mod_info.so\n';

const ACCEPTED: Verdict = { accepted: true, message: '', fault: 'configuration' };

const made = new Map<string, Promise<ServerReading>>();

/** Asks the real httpd, once for each input. Where it is right that it `likely` accepts, or refuses, one run is enough. */
export function serverReading(httpd: Httpd, input: Input, likely: 'accepted' | 'refused'): Promise<ServerReading> {
  const key = JSON.stringify(input);
  const known = made.get(key);
  if (known) return known;
  const asked = likely === 'accepted' && input.kind === 'main' ? dumpedFirst(httpd, input) : judgedFirst(httpd, input);
  made.set(key, asked);
  return asked;
}

/** Whatever is dumped is accepted. */
async function dumpedFirst(httpd: Httpd, input: Input): Promise<ServerReading> {
  const reading = await readingOf(httpd, input);
  return reading ? { verdict: ACCEPTED, reading } : { verdict: await judge(httpd, input) };
}

async function judgedFirst(httpd: Httpd, input: Input): Promise<ServerReading> {
  const verdict = await judge(httpd, input);
  const reading = verdict.accepted ? await readingOf(httpd, input) : undefined;
  return reading ? { verdict, reading } : { verdict };
}

/** A `.htaccess` is not dumped; a section for a folder that holds the same lines is. */
async function readingOf(httpd: Httpd, input: Input): Promise<Reading | undefined> {
  const main: Input = input.kind === 'main' ? input : { ...input, kind: 'main', within: '<Directory "/srv/htconf">' };
  const dumped = await dump(httpd, { ...main, prelude: (input.prelude ?? '') + WITNESS });
  return dumped === undefined ? undefined : readingOfDump(dumped);
}
