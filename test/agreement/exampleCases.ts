import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HOLE } from '../../server/src/engine/base/ask.ts';
import type { Settings } from '../../server/src/engine/engine.ts';
import { withoutMarks } from '../../server/src/cli/pages/marks.ts';
import { partsOf, readExamples, type Example } from '../../tools/docs/example.ts';
import { expanded } from '../rules/expanded.ts';
import { told } from '../rules/judged.ts';
import type { Input, Step } from '../support/oracle/oracle.ts';
import type { Case } from './case.ts';
import { prelude } from './preludes.ts';

const folder = resolve('docs/rules');

/** The examples of the rule pages, each as it is and, where it is shown, after its first repair. */
export function exampleCases(): readonly Case[] {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return pages.sort().flatMap((name) => casesOfPage(name.replace('.md', ''), readFileSync(join(folder, name), 'utf8')));
}

function casesOfPage(code: string, page: string): readonly Case[] {
  return readExamples(page).flatMap((example, index) => {
    const id = `${code}/${String(index + 1)}`;
    const { fixed } = example;
    return [
      exampleCase(code, id, example, example.marked),
      ...(fixed === undefined ? [] : [exampleCase(code, `${id} repaired`, example, fixed)]),
    ];
  });
}

function exampleCase(group: string, id: string, { args }: Example, marked: string): Case {
  const source = withoutMarks(marked);
  const { uri, settings } = told(args, source);
  const kind = uri.endsWith('/.htaccess') ? 'htaccess' : 'main';
  const files = filesIn(expanded(source));
  const context = settings.context ?? /^# htconf:.*\bcontext=(\w+)/m.exec(files.text)?.[1];
  return {
    id,
    group,
    input: {
      ...files,
      kind,
      name: uri.slice('file:///srv/httpd/'.length),
      ...modules(uri, source),
      ...section(context),
      environment: known(settings.environment ?? {}),
      defines: settings.defines ?? [],
      ...(settings.allowOverride && { allowOverride: settings.allowOverride.join(' ') }),
    },
    steps: kind === 'htaccess' ? 'request' : promised(marked),
    before: '',
    uri,
    settings,
    untold: untold(settings),
    tags: markedTags(partsOf(marked)[0]?.text ?? ''),
    since: '',
  };
}

/** The last step at which a refusal is promised. */
function promised(marked: string): Step {
  if (/ error request [\w-]+$/m.test(marked)) return 'request';
  return / error start [\w-]+$/m.test(marked) ? 'start' : 'configtest';
}

/** What htconf is told of a server that is not the judge. */
function untold({ httpdVersion, staticModules = 'debian' }: Settings): string {
  if (httpdVersion !== undefined) return 'htconf is told of another version of httpd';
  return staticModules === 'debian' ? '' : 'htconf is told of other modules that are built in';
}

/** The variables whose value a script says without help. */
function known(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== HOLE));
}

/** The text itself, and what stands beside it. */
function filesIn(text: string): Pick<Input, 'text' | 'files' | 'links'> {
  const [first, ...others] = partsOf(text);
  if (others.length === 0) return { text };
  const files = others.filter(({ target }) => target === undefined);
  return {
    text: first?.text ?? '',
    files: Object.fromEntries(files.map((part) => [part.path, part.text])),
    links: Object.fromEntries(others.flatMap(({ path, target }) => (target === undefined ? [] : [[path, target]]))),
  };
}

/** Lines of tags with an error: of a section, httpd may name the other tag, or that of a block around it. */
function markedTags(marked: string): readonly number[] {
  const lines: number[] = [];
  let number = 0;
  let isTag = false;
  for (const line of marked.split('\n')) {
    const isMark = withoutMarks(`${line}\n`) === '';
    if (isMark && isTag && line.includes(' error ')) lines.push(number);
    if (isMark) continue;
    number += 1;
    isTag = line.trimStart().startsWith('<');
  }
  return lines;
}

/**
 * A main configuration loads its own modules; only an MPM may be built in, but not where it is called as on Debian. A
 * part of a configuration finds all modules but those that it loads from another file.
 */
function modules(uri: string, text: string): Pick<Input, 'prelude'> {
  if (uri.endsWith('/apache2.conf')) return prelude('bare');
  if (uri.endsWith('/httpd.conf')) return prelude(text.includes('mpm_') ? 'bare' : 'mpm');
  const lines = prelude('full').prelude?.split('\n') ?? [];
  return { prelude: lines.filter((line) => !isLoadedOtherwise(line, text)).join('\n') };
}

function isLoadedOtherwise(line: string, text: string): boolean {
  const [, identifier = ''] = /^LoadModule (\w+)/.exec(line) ?? [];
  if (identifier === '' || others.has(identifier)) return false;
  const own = identifier.startsWith('mpm_')
    ? /^\s*LoadModule\s+mpm_/im
    : new RegExp(`^\\s*LoadModule\\s+${identifier}\\s`, 'm');
  return own.test(text) && !text.includes(line);
}

/** Modules that others of the set are built on: without them, those do not load. */
const others = new Set(['proxy_module', 'ldap_module', 'dav_module', 'cache_module', 'session_module', 'dbd_module']);

const sections: Readonly<Record<string, string>> = { vhost: '<VirtualHost *:80>', directory: '<Directory "/srv/www">' };

/** Where a fragment is included. */
function section(context = ''): Pick<Input, 'within'> {
  const tag = sections[context];
  return tag === undefined ? {} : { within: tag };
}
