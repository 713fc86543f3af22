import type { Ask } from '../base/ask.ts';
import { allModules, moduleByIdentifier } from '../catalogue/catalogue.ts';
import type { Module } from '../catalogue/module.ts';
import { anyLoaded, isClosedWorld } from '../kinds/world.ts';

/** Whether a module is an MPM: one that takes the connections, of which httpd wants exactly one (httpd-config 7.4). */
export function isMpm(identifier: string): boolean {
  return hasMpmStatus(moduleByIdentifier(identifier));
}

export const MPMS: readonly string[] = [...allModules()].filter(hasMpmStatus).map(({ identifier }) => identifier);

/** Whether there surely is none. */
export function lacksMpm(ask: Ask): boolean {
  return isClosedWorld(ask) && anyLoaded(ask, MPMS) === 'no';
}

function hasMpmStatus(module: Module | undefined): boolean {
  return module?.status === 'MPM';
}
