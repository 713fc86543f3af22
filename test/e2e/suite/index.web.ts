import 'mocha/mocha.js'; // for browsers: it makes the global Mocha
import { runSuite } from './runSuite.ts';

/** What VS Code runs in its extension host where that is a web worker. */
export function run(): Promise<void> {
  return runSuite(Mocha);
}
