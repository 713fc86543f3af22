import { argumentsOf, environmentOf, writeInput } from './commandLine.ts';
import type { Httpd } from './httpd.ts';
import type { Input } from './input.ts';
import { run } from './program.ts';
import { refusal } from './refusal.ts';
import { inRoot, withoutRoot } from './serverRoot.ts';
import { ACCEPTED, type Verdict } from './verdict.ts';

const CRASHED = 'httpd crashed, or did not end';

/** The first step: `httpd -t`. */
export function configtest(httpd: Httpd, input: Input): Promise<Verdict> {
  return inRoot(httpd, async (root) => {
    writeInput(root, input);
    const args = ['-t', ...argumentsOf(root, input)];
    const { code, errors } = await run(httpd.program, args, environmentOf(root, httpd, input));
    return code === 0
      ? ACCEPTED
      : refusal('configtest', code === undefined ? CRASHED : withoutRoot(root, errors), input);
  });
}

/** What httpd prints of the configuration that it has read, if `-D` gives this name; undefined where it refuses. */
export function dumpOf(httpd: Httpd, input: Input, name: string): Promise<string | undefined> {
  return inRoot(httpd, async (root) => {
    writeInput(root, input);
    const args = ['-t', '-D', name, ...argumentsOf(root, input)];
    const { code, output } = await run(httpd.program, args, environmentOf(root, httpd, input));
    return code === 0 ? withoutRoot(root, decoded(output, input)) : undefined;
  });
}

function decoded(bytes: string, { encoding = 'utf8' }: Input): string {
  return Buffer.from(bytes, 'latin1').toString(encoding);
}
