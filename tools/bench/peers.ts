import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findHttpd, type Httpd } from '../../test/support/oracle/oracle.ts';
import { runScript } from '../command.mjs';
import { root } from '../root.mjs';

/** What htconf is measured beside. */
export interface Peers {
  readonly httpd: Httpd | undefined;
  /** The script of the language server for Dockerfiles. */
  readonly docker: string | undefined;
}

const PACKAGE = 'dockerfile-language-server-nodejs@0.15.0';

/**
 * The peers that are here. The language server for Dockerfiles comes from npm into an ignored folder the first time that it
 * is needed: it is a program to run, and its older libraries of the protocol have no place beside those of htconf.
 */
export async function findPeers({ mayDownload }: { readonly mayDownload: boolean }): Promise<Peers> {
  const folder = join(root, '.cache/bench/peer');
  const script = join(folder, 'node_modules/dockerfile-language-server-nodejs/bin/docker-langserver');
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--no-global', '--loglevel', 'error'];
  if (!existsSync(script) && mayDownload) await runScript('npm', ['install', PACKAGE, ...options, '--prefix', folder]);
  return { httpd: await findHttpd(), docker: existsSync(script) ? script : undefined };
}
