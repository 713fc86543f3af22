// What VS Code runs in its extension host, on the desktop and on the server: the tests that lie beside this file.
import type Mocha from 'mocha';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';

interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

/** Rejects where a test failed: VS Code then ends with a code that is not 0. */
export async function run(): Promise<void> {
  const { default: MochaRunner } = await import('mocha');
  markLines(MochaRunner);
  const grep = process.env['HTCONF_EDITOR_GREP'];
  const mocha = new MochaRunner({ ui: 'tdd', color: false, timeout: 30_000, ...(grep ? { grep } : {}) });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.test.cjs'))) {
    mocha.addFile(join(__dirname, file));
  }
  const result = await resultOf(mocha);
  const resultFile = process.env['HTCONF_EDITOR_RESULT'];
  if (resultFile) writeFileSync(resultFile, JSON.stringify(result));
  if (result.failed > 0) throw new Error(`${result.failed} failed`);
}

/** The server host mixes the log of the workbench with ours: the mark tells them apart. */
function markLines({ reporters }: typeof Mocha): void {
  const mark = process.env['HTCONF_EDITOR_MARK'] ?? '';
  reporters.Base.consoleLog = (...parts: unknown[]) => {
    console.log(mark + format(...parts));
  };
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
