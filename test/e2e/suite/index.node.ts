import { runSuite } from './runSuite.ts';

/** What VS Code runs in its extension host where that is a process, on the desktop and on a server. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  await runSuite(Mocha);
}
