import type { Ask } from '../base/ask.ts';
import { nearNames } from '../base/spelling.ts';
import { allModules } from '../catalogue/catalogue.ts';
import type { Kind, Problem } from './kind.ts';
import { anyLoaded, isClosedWorld, moduleLoaded } from './world.ts';
import { changesTo } from './meant.ts';

/** The mutexes of httpd, and the modules that make them known; letter case counts (httpd-config 8.13). */
const MUTEXES: Readonly<Record<string, readonly string[]>> = {
  default: ['core_module'],
  'authdigest-client': ['auth_digest_module'],
  'authdigest-opaque': ['auth_digest_module'],
  'authn-socache': ['authn_socache_module'],
  'cache-socache': ['cache_socache_module'],
  'ldap-cache': ['ldap_module'],
  'lua-ivm-shm': ['lua_module'],
  'mpm-accept': ['mpm_prefork_module', 'mpm_worker_module'],
  proxy: ['proxy_module'],
  'proxy-balancer-shm': ['proxy_balancer_module'],
  'rewrite-map': ['rewrite_module'],
  'ssl-cache': ['ssl_module'],
  'ssl-stapling': ['ssl_module'],
  'ssl-stapling-refresh': ['ssl_module'],
  'watchdog-callback': ['watchdog_module'],
};

const NAMES = Object.keys(MUTEXES);
const NO_PID = 'OmitPID';

/** What Mutex is about: a mutex of a module, or that no file has the number of the process in its name. */
export const mutexName: Kind = {
  id: 'mutex-name',
  parse({ value: { text } }, ask) {
    if (text === '') return [];
    const span = { start: 0, end: text.length };
    if (text.toLowerCase() === NO_PID.toLowerCase()) return [{ span, role: 'keyword', key: NO_PID }];
    const problem = problemOf(text, ask);
    return [{ span, role: 'name', ...(text in MUTEXES && { key: text }), ...(problem && { problem }) }];
  },
  suggest: () => [...NAMES, NO_PID].map((text) => ({ text, role: 'name' })),
};

function problemOf(text: string, ask: Ask): Problem | undefined {
  const modules = MUTEXES[text];
  if (modules) return anyLoaded(ask, modules) === 'no' ? notLoaded(text, modules) : undefined;
  if (!isClosedWorld(ask) || othersLoaded(ask)) return undefined;
  const near = nearNames(text, NAMES);
  return {
    code: 'keyword-value',
    message: `There is no mutex \`${text}\`.`,
    why: 'httpd refuses the line. Letter case counts here.',
    repairs: changesTo(near),
  };
}

/** Modules of others may have mutexes that nobody knows here. */
function othersLoaded(ask: Ask): boolean {
  return [...allModules()].some(({ identifier, thirdParty }) => thirdParty && moduleLoaded(ask, identifier) !== 'no');
}

function notLoaded(text: string, modules: readonly string[]): Problem {
  return {
    code: 'keyword-value',
    message: `The mutex \`${text}\` belongs to ${modules.map((name) => `\`${name}\``).join(' or ')}, which is not loaded.`,
    why: 'httpd knows the mutexes of loaded modules alone, and refuses the line.',
  };
}
