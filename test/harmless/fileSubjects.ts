import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseErrors } from '../agreement/corpusVerdict.ts';
import { furtherFolder } from '../agreement/furtherCases.ts';
import { prelude } from '../agreement/preludes.ts';
import { readFileText, readText } from '../agreement/readText.ts';
import { readTable } from '../agreement/table.ts';
import type { Input } from '../support/oracle/oracle.ts';
import type { Subject } from './subject.ts';

/** What Debian sets for its httpd, and its files name. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  APACHE_RUN_DIR: '/srv/httpd',
  APACHE_LOCK_DIR: '/srv/httpd',
  APACHE_LOG_DIR: '/srv/httpd/logs',
  APACHE_PID_FILE: '/srv/httpd/pid',
  APACHE_RUN_USER: 'daemon',
  APACHE_RUN_GROUP: 'daemon',
};

/** The samples say `/etc/httpd` for the server root. */
export function samples(): Subject[] {
  const root = resolve('samples/outage');
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.conf'));
  return names.sort().map((name) => {
    const text = readText(join(root, name)).replaceAll('/etc/httpd', '/srv/httpd');
    const input: Input = { text, kind: 'main', ...(name === 'httpd.conf' ? {} : prelude('full')) };
    return { ...fragment(name, input, {}), uri: `file:///srv/httpd/${name}`, likely: 'refused' };
  });
}

/** Configurations that people use; they are a part of the further cases. */
export function realFiles(): Subject[] {
  const rows = readTable(join(furtherFolder, 'corpus/verdicts.tsv'), ['path', 'mode', 'errors_stock']);
  return rows.map(({ path, mode, errors_stock: errors }) => {
    const file = readFileText(join(furtherFolder, 'corpus/files', path));
    const kind = mode === 'htaccess' ? 'htaccess' : 'main';
    const settings = { context: kind === 'main' ? 'server' : 'htaccess', modules: 'all' } as const;
    const input: Input = { ...file, kind, ...preludeFor(file.text), environment: ENVIRONMENT };
    const refusedLines = parseErrors(errors).flatMap(({ line }) => line ?? []);
    return { ...fragment(path, input, settings), likely: errors === '' ? 'accepted' : 'refused', refusedLines };
  });
}

/** Some bring an MPM of their own. */
function preludeFor(text: string): Pick<Input, 'prelude'> {
  const { prelude: all = '' } = prelude('full');
  return { prelude: /^\s*LoadModule\s+"?mpm_/im.test(text) ? all.replace(/^LoadModule mpm_.*\n/m, '') : all };
}

function fragment(id: string, input: Input, settings: Subject['settings']): Subject {
  return {
    id,
    group: '',
    input,
    steps: input.kind === 'main' ? 'configtest' : 'request',
    before: '',
    uri: `file:///srv/httpd/${input.kind === 'main' ? 'fragment.conf' : '.htaccess'}`,
    settings,
    tags: [],
    untold: '',
    since: '',
    likely: 'accepted',
  };
}
