import { dump, judge, type Httpd, type Input, type Verdict } from '../support/oracle/oracle.ts';
import { readingOfDump, type Reading } from './sameReading.ts';
import type { Subject } from './subject.ts';

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

/** What is asked: as far as to the step of a subject. */
type Question = Pick<Subject, 'input' | 'steps' | 'likely'>;

/** Asks the real httpd, once for each question. Where it says what is likely, one run is enough for most. */
export function serverReading(httpd: Httpd, question: Question): Promise<ServerReading> {
  const { input, steps, likely } = question;
  const key = JSON.stringify([input, steps]);
  const known = made.get(key);
  if (known) return known;
  const asked =
    likely === 'accepted' && steps === 'configtest' ? dumpedFirst(httpd, question) : judgedFirst(httpd, question);
  made.set(key, asked);
  return asked;
}

/** Whatever is dumped passes the configuration test. */
async function dumpedFirst(httpd: Httpd, { input }: Question): Promise<ServerReading> {
  const reading = await readingOf(httpd, input);
  return reading ? { verdict: ACCEPTED, reading } : { verdict: await judge(httpd, input) };
}

async function judgedFirst(httpd: Httpd, { input, steps }: Question): Promise<ServerReading> {
  const verdict = await judge(httpd, input, steps);
  const reading = verdict.accepted ? await readingOf(httpd, input) : undefined;
  return reading ? { verdict, reading } : { verdict };
}

/** A `.htaccess` is not dumped; a section for a folder that holds the same lines is. */
async function readingOf(httpd: Httpd, input: Input): Promise<Reading | undefined> {
  const main: Input = input.kind === 'main' ? input : { ...input, kind: 'main', within: '<Directory "/srv/htconf">' };
  const dumped = await dump(httpd, { ...main, prelude: (input.prelude ?? '') + WITNESS });
  return dumped === undefined ? undefined : readingOfDump(dumped);
}
