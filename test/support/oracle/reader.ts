import { answer } from './answer.ts';
import { writeInput } from './commandLine.ts';
import type { Httpd } from './httpd.ts';
import type { Input } from './input.ts';
import { addressOf, listens, onLoopback, type Address } from './ports.ts';
import { startServer, type Server } from './server.ts';
import { makeRoot, SERVER_ROOT } from './serverRoot.ts';

/** A server that reads the `.htaccess` of each folder under its `htdocs/`. */
export interface Reader {
  readonly server: Server;
  readonly address: Address;
}

const readers = new Map<string, Promise<Reader>>();

/** The server for a `.htaccess`: one for all that are read under the same conditions. */
export function readerFor(httpd: Httpd, input: Input): Promise<Reader> {
  const { prelude, environment, defines, allowOverride } = input;
  const key = JSON.stringify([prelude, environment, defines, allowOverride]);
  const reader = readers.get(key) ?? startReader(httpd, input);
  readers.set(key, reader);
  return reader;
}

/** Stops all of them. */
export async function stopReaders(): Promise<void> {
  const running = await Promise.allSettled(readers.values());
  readers.clear();
  for (const reader of running) if (reader.status === 'fulfilled') await reader.value.server.stop();
}

/** The main configuration of the server that reads a `.htaccess`. */
export function mainOf({ prelude = '', allowOverride = 'All' }: Pick<Input, 'prelude' | 'allowOverride'>): string {
  return `Listen 127.0.0.1:1\n${prelude.replaceAll(/^Listen .*\n/gm, '')}${configuration(allowOverride)}`;
}

async function startReader(httpd: Httpd, htaccess: Input): Promise<Reader> {
  const { environment, defines } = htaccess;
  const main: Input = { kind: 'main', text: mainOf(htaccess), files: {} };
  const input = await onLoopback({ ...main, ...(environment && { environment }), ...(defines && { defines }) });
  const [listen] = input ? listens(input) : [];
  if (!input || listen === undefined) throw new Error('the prelude of a .htaccess must not listen anywhere else');
  const root = makeRoot(httpd);
  writeInput(root, input);
  const reader = { server: startServer(httpd, root, input), address: addressOf(listen) };
  const status = await answer(reader.server, reader.address, '/');
  if (status === undefined) throw new Error(`httpd does not start:\n${await reader.server.ended}`);
  reader.server.detach();
  return reader;
}

/** The rest of the configuration. The errors in its log begin as httpd's own do; nothing is fetched from elsewhere. */
function configuration(allowOverride: string): string {
  return `ErrorLog logs/error.log
ErrorLogFormat "[] [%m:%l] %M"
LogLevel warn
DocumentRoot ${SERVER_ROOT}/htdocs
<Directory />
AllowOverride None
</Directory>
<Directory ${SERVER_ROOT}/htdocs>
AllowOverride ${allowOverride}
</Directory>
<IfModule mod_proxy.c>
ProxyBlock *
</IfModule>
`;
}
