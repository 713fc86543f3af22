import type Mocha from 'mocha';
import { Uri, workspace } from 'vscode';

/** Put in where the suite is bundled. */
declare const TESTS: readonly string[];
declare const MARK: string;
declare const GREP: string | undefined;

interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Runs the tests that lie beside this file, in any extension host: it may be one without a disk and without processes.
 * Rejects where a test failed: VS Code then ends with a code that is not 0.
 */
export async function runSuite(MochaRunner: typeof Mocha): Promise<void> {
  MochaRunner.reporters.Base.consoleLog = writeLine;
  const mocha = new MochaRunner({ ui: 'tdd', color: false, timeout: 30_000, ...(GREP ? { grep: GREP } : {}) });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const name of TESTS) await import(`./${name}.test.ts`);
  const result = await resultOf(mocha);
  await report(result);
  if (result.failed > 0) throw new Error(`${result.failed} failed`);
}

/** Workbench and suite log to the same place: the mark tells them apart. What has several parts would come unformatted. */
function writeLine(format: unknown = '', ...parts: unknown[]): void {
  console.log(MARK + String(format).replace(/%[sd]/g, () => String(parts.shift())));
}

function resultOf(mocha: Mocha): Promise<Result> {
  const skipped: { name: string; reason: string }[] = [];
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      resolve({ passed: runner.stats?.passes ?? 0, failed, skipped });
    });
    runner.on('pending', (test) => {
      skipped.push({ name: test.fullTitle(), reason: 'skipped in the suite' });
    });
  });
}

/** Beside the folder that is open: that is the one place that every host can write to, and the runner can read. */
async function report(result: Result): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri ?? Uri.file('/');
  await workspace.fs.writeFile(
    Uri.joinPath(folder, '../result.json'),
    new TextEncoder().encode(JSON.stringify(result)),
  );
}
