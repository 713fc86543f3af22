import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folderWith, htconf, makePipe, modesCount } from './command.ts';
import { NO_LINKS, NO_PIPES } from '../support/lacking.ts';
import { checkJson, inShort } from './report.ts';

/** One fault, so that each file that is read shows. */
const FAULT = 'Options Indxes\n';
const FOUND = '1:9 error keyword-value';

test('what a main configuration includes is checked, each file in its own name', (t) => {
  const cwd = folderWith(t, {
    'httpd.conf': 'Include extra/a\nInclude extra/b\n',
    'extra/a': FAULT,
    'extra/b': `Include extra/c\n${FAULT}`,
    'extra/c': FAULT,
  });
  const report = checkJson(['httpd.conf'], { cwd });
  assert.deepEqual(inShort(report), [`extra/a:${FOUND}`, `extra/b:2:9 error keyword-value`, `extra/c:${FOUND}`]);
  assert.equal(report.files, 4);
  assert.match(htconf(['check', 'httpd.conf'], { cwd }).stdout, /^extra\/a:1:9 error .*\n.*\n +1 \| Options Indxes\n/);
});

test('relative names are below the folder of the main configuration, or the one around conf', (t) => {
  const cwd = folderWith(t, {
    'httpd.conf': 'Include part\n',
    part: FAULT,
    'server/conf/httpd.conf': 'Include conf/part\n',
    'server/conf/part': FAULT,
  });
  assert.deepEqual(inShort(checkJson(['httpd.conf'], { cwd })), [`part:${FOUND}`]);
  assert.deepEqual(inShort(checkJson(['server/conf/httpd.conf'], { cwd })), [`server/conf/part:${FOUND}`]);
});

test('the ServerRoot of another machine is the folder of its configuration', (t) => {
  const cwd = folderWith(t, {
    'httpd.conf': 'ServerRoot "/srv/elsewhere"\nInclude one.part\nInclude /srv/elsewhere/two.part\n',
    'one.part': FAULT,
    'two.part': FAULT,
  });
  assert.deepEqual(inShort(checkJson(['httpd.conf'], { cwd })), [`one.part:${FOUND}`, `two.part:${FOUND}`]);
});

test('patterns take files in byte order, folders everything in them', (t) => {
  const cwd = folderWith(t, {
    'httpd.conf': 'IncludeOptional conf.d/*.part\nInclude all\n',
    ...{ 'conf.d/b.part': FAULT, 'conf.d/B.part': FAULT, 'conf.d/a.part': FAULT, 'conf.d/a.other': FAULT },
    ...{ 'all/x': FAULT, 'all/deep/er/y': FAULT },
  });
  assert.deepEqual(
    inShort(checkJson(['httpd.conf'], { cwd })),
    ['conf.d/B.part', 'conf.d/a.part', 'conf.d/b.part', 'all/deep/er/y', 'all/x'].map((file) => `${file}:${FOUND}`),
  );
});

test('an included file is judged where it is included', (t) => {
  const vhost = '<VirtualHost *:80>\nInclude part\n</VirtualHost>\n';
  const cwd = folderWith(t, { 'httpd.conf': vhost, part: 'Listen 80\n' });
  assert.deepEqual(inShort(checkJson(['part'], { cwd })), []);
  assert.deepEqual(inShort(checkJson(['httpd.conf'], { cwd })), ['part:1:1 error wrong-context']);
});

test('a file that several main configurations read is told once, by the worst that is found', (t) => {
  const cwd = folderWith(t, {
    'one/httpd.conf': 'Include ../part\n',
    'two/httpd.conf': '<VirtualHost *:80>\nInclude ../part\n</VirtualHost>\n',
    part: `Listen 80\n${FAULT}`,
  });
  const report = checkJson(['one/httpd.conf', 'two/httpd.conf'], { cwd });
  assert.deepEqual(inShort(report), ['part:1:1 error wrong-context', 'part:2:9 error keyword-value']);
  assert.equal(report.files, 3);
});

test('sites-enabled is sites-available', { skip: NO_LINKS }, (t) => {
  const cwd = folderWith(t, {
    'httpd.conf': 'IncludeOptional sites-enabled/*.conf\n',
    'sites-available/on.conf': '</VirtualHost>\n',
    'sites-available/off.conf': FAULT,
  });
  mkdirSync(join(cwd, 'sites-enabled'));
  symlinkSync('../sites-available/on.conf', join(cwd, 'sites-enabled/on.conf'));
  const withoutMpm = ['--rule', 'no-mpm=off'];
  const report = checkJson(withoutMpm, { cwd });
  assert.deepEqual(inShort(report), [
    `sites-available/off.conf:${FOUND}`,
    'sites-available/on.conf:1:3 error section-unopened',
  ]);
  assert.equal(report.files, 3);
  assert.deepEqual(inShort(checkJson([...withoutMpm, 'httpd.conf'], { cwd })), [
    'sites-available/on.conf:1:3 error section-unopened',
  ]);
});

test('a link circle, a device and a pipe are not read, and nothing hangs', { skip: NO_PIPES }, (t) => {
  const cwd = folderWith(t, { 'httpd.conf': `Include all\n${FAULT}`, 'all/x': FAULT });
  symlinkSync('self', join(cwd, 'all/self'));
  symlinkSync('..', join(cwd, 'all/up'));
  symlinkSync('/dev/zero', join(cwd, 'all/zero'));
  makePipe(join(cwd, 'all/pipe'));
  const found = inShort(checkJson(['httpd.conf'], { cwd }));
  assert.ok(found.includes(`all/x:${FOUND}`));
  assert.ok(found.includes('httpd.conf:2:9 error keyword-value'));
});

test('a file that includes itself ends', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': `Include a\n`, a: `Include b\nInclude b\n${FAULT}`, b: 'Include a\n' });
  assert.ok(inShort(checkJson(['httpd.conf'], { cwd })).includes('a:3:9 error keyword-value'));
});

test('an included file of more than 16 MiB is left out, and that is said', (t) => {
  const cwd = folderWith(t, { 'httpd.conf': `Include big\n${FAULT}`, big: '' });
  truncateSync(join(cwd, 'big'), 16 * 1024 * 1024 + 1);
  const report = checkJson(['httpd.conf'], { cwd });
  assert.deepEqual(inShort(report), ['httpd.conf:2:9 error keyword-value', 'big:1:1 info left-out']);
  assert.equal(report.files, 2);
});

test('two thousand files', (t) => {
  const parts = Array.from({ length: 2000 }, (_, i) => [`conf.d/${String(i).padStart(4, '0')}.part`, FAULT]);
  const cwd = folderWith(t, {
    'httpd.conf': 'Include conf.d/*.part\n',
    ...(Object.fromEntries(parts) as Record<string, string>),
  });
  const report = checkJson(['httpd.conf'], { cwd });
  assert.deepEqual(
    inShort(report),
    parts.map(([file]) => `${file}:${FOUND}`),
  );
  assert.equal(report.files, 2001);
});

if (modesCount) {
  test('a file without permission does not keep the others from being checked', (t) => {
    const cwd = folderWith(t, { 'httpd.conf': `Include closed\nInclude open\n`, closed: FAULT, open: FAULT });
    chmodSync(join(cwd, 'closed'), 0);
    const { findings, files } = checkJson(['httpd.conf'], { cwd });
    assert.equal(files, 2);
    assert.ok(findings.some(({ file }) => file === 'open'));
    assert.ok(findings.every(({ file }) => file !== 'closed'));
  });
}
