import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { dump, findHttpd, type Input } from '../support/oracle/oracle.ts';

const httpd = await findHttpd();

/** For `skip` of a test that asks the real httpd: false where there is one, else the reason. */
export const httpdMissing = httpd
  ? false
  : 'no httpd here: apt-get install apache2 brings one, HTTPD=/path/to/httpd names one';

/** What httpd prints of a main configuration if `-D` gives this name. */
export async function dumped(input: Omit<Input, 'kind'>, name: string): Promise<string | undefined> {
  return httpd && dump(httpd, { kind: 'main', ...input }, name);
}

/** Debian's configuration, for the oracle: its server root has a folder with the modules of its httpd. */
export function debianInput(folder: string): Omit<Input, 'kind'> {
  const { files, links } = contentsOf(folder);
  const here = Object.entries(files).map(([path, text]) => [path, withModulesHere(text)] as const);
  return {
    name: 'apache2.conf',
    text: files['apache2.conf'] ?? '',
    environment: ENVIRONMENT,
    files: Object.fromEntries(here),
    links,
  };
}

/** The files and links below a folder, by their paths in it. */
export function contentsOf(folder: string): Required<Pick<Input, 'files' | 'links'>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({
    entry,
    path: join(entry.parentPath, entry.name).slice(folder.length + 1),
  }));
  const files = entries.filter(({ entry }) => entry.isFile()).map(({ path }) => path);
  const links = entries.filter(({ entry }) => entry.isSymbolicLink()).map(({ path }) => path);
  return {
    files: Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')])),
    links: Object.fromEntries(links.map((path) => [path, readlinkSync(join(folder, path))])),
  };
}

function withModulesHere(text: string): string {
  return text.replaceAll('/usr/lib/apache2/modules', 'modules');
}

/** What Debian's envvars would set; user and group by number, since this machine need not have those of Debian. */
const ENVIRONMENT = {
  APACHE_RUN_USER: '#65534',
  APACHE_RUN_GROUP: '#65534',
  APACHE_PID_FILE: '/srv/httpd/logs/pid',
  APACHE_RUN_DIR: '/srv/httpd/logs',
  APACHE_LOCK_DIR: '/srv/httpd/logs',
  APACHE_LOG_DIR: '/srv/httpd/logs',
};
