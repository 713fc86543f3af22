import { worldOf } from '../evaluation/disk.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Fact } from '../evaluation/finding.ts';
import { builtInKey, KEYS } from '../kinds/world.ts';
import { LOADS } from '../rules/loadFacts.ts';
import { isRead, tagsAround } from './dependence.ts';

/** The modules of a server, as `httpd -M` lists them, as far as the configuration tells. */
export interface LoadedModules {
  /** Those that are built in first, then the others in the order in which they are loaded. */
  readonly modules: readonly LoadedModule[];
  /** Whether it is known what is built in. */
  readonly knowsBuiltIn: boolean;
  /** Whether all that loads modules was read. */
  readonly isWhole: boolean;
}

export interface LoadedModule {
  readonly identifier: string;
  readonly how: 'static' | 'shared';
  /** Where it is not sure that it is loaded: the opening tags on which that depends, as far as they are known. */
  readonly dependsOn?: readonly string[];
}

const BUILT_IN = builtInKey('');

export function loadedModules(evaluation: Evaluation): LoadedModules {
  const { answers, isCut } = evaluation;
  const builtIn = [...answers].filter(([key]) => key.startsWith(BUILT_IN));
  const fixed = builtIn.filter(([, answer]) => answer === 'yes').map(([key]) => key.slice(BUILT_IN.length));
  const ask = worldOf(evaluation);
  return {
    modules: [...inOrder(fixed, ask(KEYS.build)).map(asStatic), ...sharedModules(evaluation, new Set(fixed))],
    knowsBuiltIn: builtIn.length === fixed.length,
    isWhole: ask(KEYS.open) === undefined && !isCut,
  };
}

/** The order of modules that are linked into httpd (httpd-config 7.3; `httpd -l`, `os/win32/modules.c`). */
const ORDER: readonly string[] = [
  'core_module',
  'so_module',
  'watchdog_module',
  'http_module',
  'log_config_module',
  'logio_module',
  'version_module',
  'unixd_module',
  'mpm_event_module',
];
const ORDER_ON_WINDOWS: readonly string[] = [
  'core_module',
  'win32_module',
  'mpm_winnt_module',
  'http_module',
  'so_module',
];

/** Others come last, as they were given. */
function inOrder(identifiers: readonly string[], build: string | undefined): readonly string[] {
  const order = build === 'windows' ? ORDER_ON_WINDOWS : ORDER;
  return [...order.filter((one) => identifiers.includes(one)), ...identifiers.filter((one) => !order.includes(one))];
}

function asStatic(identifier: string): LoadedModule {
  return { identifier, how: 'static' };
}

/** Each module once, at the first line that loads it; what is built in is not loaded (httpd-config 7.1). */
function sharedModules(evaluation: Evaluation, builtIn: ReadonlySet<string>): LoadedModule[] {
  const facts = evaluation.judged.filter(({ topics }) => topics.has(LOADS)).flatMap((one) => one.facts);
  const byModule = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.kind !== LOADS || builtIn.has(fact.value)) continue;
    const known = byModule.get(fact.value);
    if (known) known.push(fact);
    else byModule.set(fact.value, [fact]);
  }
  const unsure = [...byModule.values()].filter((lines) => !lines.some(isRead)).flat();
  const around = tagsAround(evaluation, unsure);
  return [...byModule].map(([identifier, lines]) =>
    lines.some(isRead) ? { identifier, how: 'shared' } : { identifier, how: 'shared', dependsOn: around(lines) },
  );
}
