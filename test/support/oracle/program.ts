import { execFile } from 'node:child_process';

/** How a program ended. */
export interface Ended {
  /** Its exit code; none where it did not end by itself, or could not be started. */
  readonly code?: number;
  /** Both as bytes, in Latin-1. */
  readonly output: string;
  readonly errors: string;
}

const LIMIT_MS = 60_000;

/** Runs a program to its end, with this environment and no other. */
export function run(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Ended> {
  const options = { env: environment, encoding: 'latin1', timeout: LIMIT_MS, maxBuffer: 256 * 1024 * 1024 } as const;
  return new Promise((resolve) => {
    const child = execFile(program, args, options, (error, output, errors) => {
      const code = error === null ? 0 : error.code;
      resolve({ ...(typeof code === 'number' ? { code } : {}), output, errors });
    });
    child.stdin?.end();
  });
}
