import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';

const FOLDER = 'server/src/engine';
const FILE = `${FOLDER}/rules/workedExample.ts`;

/** What the compiler of the engine says of a file that is not there. */
function faultsIn(source: string): string[] {
  const config: unknown = ts.readConfigFile(`${FOLDER}/tsconfig.json`, (path) => ts.sys.readFile(path)).config;
  const options = { ...ts.parseJsonConfigFileContent(config, ts.sys, FOLDER).options, noEmit: true };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    getSourceFile: (path, version) =>
      path.endsWith(FILE) ? ts.createSourceFile(path, source, version) : disk.getSourceFile(path, version),
  };
  const program = ts.createProgram([FILE], options, host);
  const faults = program.getSemanticDiagnostics(program.getSourceFile(FILE));
  return faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** The rule that the page about adding a rule shows is no part of htconf, so nothing but this holds its types. */
test('the rule of the worked example fits the engine', () => {
  const [, source] = /```ts\n(import [\s\S]*?)```/.exec(readFileSync('docs/adding-a-rule.md', 'utf8')) ?? [];
  assert.ok(source);
  assert.deepEqual(faultsIn(source), []);
});
