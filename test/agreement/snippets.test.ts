import assert from 'node:assert/strict';
import { after, suite, test } from 'node:test';
import { withoutPlaceholders } from '../../server/src/engine/engine.ts';
import { snippets } from '../../server/src/engine/catalogue/data/index.ts';
import { CURSOR } from '../support/text.ts';
import { completions } from '../support/completion.ts';
import { dispose, judge, type Input } from '../support/oracle/oracle.ts';
import { asHtaccess, asMain, type Case } from './case.ts';
import { findingsOf } from './findingsOf.ts';
import { httpd, httpdMissing } from './liveHttpd.ts';
import { prelude } from './preludes.ts';

/** The places in which the cursor is: the lines around it. */
const PLACES = {
  server: [],
  vhost: ['<VirtualHost *:80>', '</VirtualHost>'],
  directory: ['<Directory "/srv/httpd/htdocs">', '</Directory>'],
  location: ['<Location "/here">', '</Location>'],
  files: ['<Files "index.html">', '</Files>'],
  htaccess: [],
} as const;

type PlaceName = keyof typeof PLACES;

const ANYWHERE = ['server', 'vhost', 'directory', 'location', 'files', 'htaccess'];
const IN_FOLDERS = ['directory', 'location', 'files', 'htaccess'];

/** Where each snippet is offered. */
const OFFERED: Readonly<Record<string, readonly string[]>> = {
  vhost: ['server'],
  'vhost-tls': ['server'],
  'vhost-proxy': ['server'],
  'vhost-redirect-https': ['server'],
  'reverse-proxy': ['server', 'vhost'],
  'reverse-proxy-websocket': ['server', 'vhost'],
  'proxy-balancer': ['server', 'vhost'],
  'php-fpm': ['server', 'vhost', 'directory', 'files', 'htaccess'],
  'rewrite-https': ANYWHERE,
  'front-controller': IN_FOLDERS,
  'basic-auth': IN_FOLDERS,
  'allow-networks': IN_FOLDERS,
  'static-caching': ANYWHERE,
  'static-caching-forever': ['server', 'vhost', 'directory', 'files', 'htaccess'],
  compression: ANYWHERE,
  'security-headers': ANYWHERE,
  'strict-transport-security': ANYWHERE,
  'hide-dot-files': ANYWHERE,
  'server-status': ['server', 'vhost'],
};

/** The ports at which the snippets have virtual hosts. */
const { prelude: modules = '' } = prelude('full');
const MAIN = {
  prelude: `${modules}Listen 80\nListen 443\n`,
  files: { 'tls/fullchain.pem': 'x', 'tls/privkey.pem': 'x' },
};

/** What stands in a place once a snippet with all that it has by itself was put there. */
function inputOf(place: PlaceName, name: string): Input {
  const body = snippets.find((one) => one.name === name)?.body.join('\n') ?? '';
  const put = withoutPlaceholders(body).replaceAll('/etc/letsencrypt/live/www.example.com/', '/srv/httpd/tls/');
  const text = around(place, put);
  return place === 'htaccess' ? { kind: 'htaccess', text, prelude: modules } : { kind: 'main', text, ...MAIN };
}

function around(place: PlaceName, put: string): string {
  const [open, close] = PLACES[place];
  return open === undefined ? `${put}\n` : `${open}\n${put}\n${close}\n`;
}

function offeredIn(place: PlaceName): string[] {
  const marked = place === 'htaccess' ? CURSOR : modules + around(place, CURSOR);
  const uri = `file:///srv/httpd/${place === 'htaccess' ? '.htaccess' : 'httpd.conf'}`;
  return completions(marked, { uri }).flatMap(({ label, kind }) => (kind === 'Snippet' ? [label] : []));
}

function caseOf(place: PlaceName, name: string): Case {
  const input = inputOf(place, name);
  const common = { id: `${name} in ${place}`, group: 'snippets', input, untold: '', tags: [], since: '' };
  return { ...common, ...(input.kind === 'main' ? asMain(input) : asHtaccess(input)) };
}

const CASES = Object.entries(OFFERED).flatMap(([name, places]) =>
  places.map((place) => caseOf(place as PlaceName, name)),
);

suite('snippets', () => {
  test('each is offered where all that it holds may stand', () => {
    const offered = (Object.keys(PLACES) as PlaceName[]).map((place) => [place, offeredIn(place)] as const);
    const found = snippets.map(({ name }) => [
      name,
      offered.flatMap(([place, names]) => (names.includes(name) ? [place] : [])),
    ]);
    assert.deepEqual(Object.fromEntries(found), OFFERED);
  });

  test('nothing is found in what they write', () => {
    for (const one of CASES) {
      const found = findingsOf(one).map(({ line, code }) => `${String(line)} ${code}`);
      assert.deepEqual(found, [], `${one.id}\n${one.input.text}`);
    }
  });
});

suite('snippets, as the real httpd reads them', { skip: httpdMissing, concurrency: true }, () => {
  after(dispose);
  for (const { id, input, steps } of CASES) {
    test(id, async () => {
      assert.ok(httpd);
      const { accepted, message } = await judge(httpd, input, steps);
      assert.ok(accepted, message);
    });
  }
});
