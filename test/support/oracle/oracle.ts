import { judgeHtaccess } from './htaccess.ts';
import type { Httpd } from './httpd.ts';
import type { Input } from './input.ts';
import { configtest, dumpOf } from './configtest.ts';
import { stopReaders } from './reader.ts';
import { inSlot } from './slots.ts';
import { removeRoots } from './serverRoot.ts';
import { startOrRequest } from './start.ts';
import type { Step, Verdict } from './verdict.ts';

export { findHttpd, type Httpd } from './httpd.ts';
export { canStart } from './start.ts';
export type { Input } from './input.ts';
export { mainOf } from './reader.ts';
export type { Step, Verdict } from './verdict.ts';

/**
 * Judges a text. A main configuration goes through the steps up to the last one that is named, by default only the
 * configuration test. A `.htaccess` is read by a running server, for which the prelude must be enough to start with.
 */
export function judge(httpd: Httpd, input: Input, steps: Step = 'configtest'): Promise<Verdict> {
  return inSlot(async () => {
    if (input.kind === 'htaccess') return judgeHtaccess(httpd, input);
    const verdict = await configtest(httpd, input);
    return verdict.accepted && steps !== 'configtest' ? startOrRequest(httpd, input, steps) : verdict;
  });
}

/**
 * What httpd prints of a main configuration; undefined where it is refused. DUMP_CONFIG, which takes `mod_info`, is for the
 * lines as it has read them, DUMP_MODULES what `-M` lists, DUMP_VHOSTS what `-S` lists.
 */
export function dump(httpd: Httpd, input: Input, name = 'DUMP_CONFIG'): Promise<string | undefined> {
  return inSlot(() => dumpOf(httpd, input, name));
}

/** Stops the servers that still run and removes all folders. The end of the process does the same. */
export async function dispose(): Promise<void> {
  await stopReaders();
  removeRoots();
}
