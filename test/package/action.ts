import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { newFolder, remove, run } from './installed.ts';

/** `action.yml`, as far as it is run. */
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

interface Step {
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

const action = parse(readFileSync('action.yml', 'utf8')) as Action;

export const inputNames: readonly string[] = Object.keys(action.inputs);

interface ActionRun {
  readonly status: number | null;
  /** Of all steps. */
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the steps of the action as a runner does, up to the first that fails; the package is taken from a file, not from
 * a registry.
 */
export function runAction(inputs: Readonly<Record<string, string>>, cwd: string, tarball: string): ActionRun {
  const temporary = newFolder();
  let said: ActionRun = { status: 0, stdout: '', stderr: '' };
  try {
    for (const step of action.runs.steps) {
      if (said.status !== 0) break;
      const env = environmentOf(step, inputs);
      const given = { ...env, ...('HTCONF_PACKAGE' in env && { HTCONF_PACKAGE: tarball }) };
      const { status, stdout, stderr } = runStep(step, cwd, {
        ...given,
        RUNNER_TEMP: temporary,
        GITHUB_WORKSPACE: cwd,
      });
      said = { status, stdout: said.stdout + stdout, stderr: said.stderr + stderr };
    }
    return said;
  } finally {
    remove(temporary);
  }
}

/** `shell: bash` means these options. */
function runStep(step: Step, cwd: string, env: Readonly<Record<string, string>>) {
  return run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], cwd, env);
}

function environmentOf({ env }: Step, given: Readonly<Record<string, string>>) {
  const valueOf = (_: string, name: string): string => given[name] ?? action.inputs[name]?.default ?? '';
  const rows = Object.entries(env).map(([name, value]) => [name, value.replace(/\$\{\{ inputs\.(\w+) \}\}/g, valueOf)]);
  return Object.fromEntries(rows) as Readonly<Record<string, string>>;
}
