import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filePath, fileUri } from '../../server/src/hosts/fileUri.ts';
import { nodeFileSystem } from '../../server/src/hosts/nodeFileSystem.ts';
import { folderWith, makePipe, modesCount } from '../cli/command.ts';

const WINDOWS = process.platform === 'win32' && 'Windows has no such files, and seldom links';

const entriesOf = async (folder: string) => {
  const content = await nodeFileSystem.readDirectory(fileUri(folder));
  assert.ok(typeof content === 'object');
  return [...content.entries].sort((a, b) => (a.name < b.name ? -1 : 1));
};

test('a text that is no UTF-8 is read as Latin-1', async (t) => {
  const folder = folderWith(t, { a: '\ufeffcaf\u00e9', b: Buffer.from('caf\xe9', 'latin1') });
  const read = (name: string) => nodeFileSystem.readFile(fileUri(join(folder, name)));
  assert.deepEqual(await read('a'), { text: '\ufeffcaf\u00e9', encoding: 'utf8' });
  assert.deepEqual(await read('b'), { text: 'caf\u00e9', encoding: 'latin1' });
});

test('why a file is not read', { skip: WINDOWS }, async (t) => {
  const folder = folderWith(t, { big: '', sub: '' });
  truncateSync(join(folder, 'big'), 16 * 1024 * 1024 + 1);
  makePipe(join(folder, 'pipe'));
  const why = async (uri: string) => {
    const content = await nodeFileSystem.readFile(uri);
    assert.ok('unread' in content);
    return content.unread.kind === 'unreadable' ? content.unread.reason : content.unread.kind;
  };
  assert.equal(await why(fileUri(join(folder, 'big'))), 'too large');
  assert.equal(await why(fileUri(join(folder, 'none'))), 'it does not exist');
  for (const path of ['/dev/zero', folder, join(folder, 'pipe')])
    assert.match(await why(fileUri(path)), /^it is no regular file/);
  for (const uri of [
    'http://example.org/x',
    'file://server/share/x',
    'untitled:Untitled-1',
    'file:///a%2Fb',
    'file:///a%00',
  ])
    assert.notEqual(await why(uri), '');
});

test('a listing names what is behind links', { skip: WINDOWS }, async (t) => {
  const folder = folderWith(t, { 'real/file': '', 'real/sub/x': '' });
  mkdirSync(join(folder, 'links'));
  const link = (name: string, target: string) => symlinkSync(target, join(folder, 'links', name));
  link('circle', 'circle');
  link('device', '/dev/null');
  link('file', '../real/file');
  link('folder', '../real/sub');
  link('gone', '../real/none');
  makePipe(join(folder, 'links/pipe'));
  assert.deepEqual(await entriesOf(join(folder, 'links')), [
    { name: 'circle', kind: 'nothing', uri: fileUri(join(folder, 'links/circle')) },
    { name: 'device', kind: 'other', uri: 'file:///dev/null' },
    { name: 'file', kind: 'file', uri: fileUri(join(folder, 'real/file')) },
    { name: 'folder', kind: 'folder', uri: fileUri(join(folder, 'real/sub')) },
    { name: 'gone', kind: 'nothing', uri: fileUri(join(folder, 'links/gone')) },
    { name: 'pipe', kind: 'other', uri: fileUri(join(folder, 'links/pipe')) },
  ]);
});

test('a folder behind a link is the real one', { skip: WINDOWS }, async (t) => {
  const folder = folderWith(t, { 'real/file': '' });
  symlinkSync('real', join(folder, 'link'));
  assert.deepEqual(await entriesOf(join(folder, 'link')), [
    { name: 'file', kind: 'file', uri: fileUri(join(folder, 'real/file')) },
  ]);
});

test('a folder that is not there, and one that cannot be read', async (t) => {
  const folder = folderWith(t, { file: '', 'closed/file': '' });
  assert.equal(await nodeFileSystem.readDirectory(fileUri(join(folder, 'none'))), 'absent');
  assert.equal(await nodeFileSystem.readDirectory(fileUri(join(folder, 'file'))), 'absent');
  assert.equal(await nodeFileSystem.readDirectory('file://server/share'), 'unreadable');
  if (!modesCount) return;
  chmodSync(join(folder, 'closed'), 0);
  assert.equal(await nodeFileSystem.readDirectory(fileUri(join(folder, 'closed'))), 'unreadable');
  chmodSync(join(folder, 'closed'), 0o700);
});

test('a path and its URI', { skip: process.platform === 'win32' && 'paths of Windows have a letter' }, () => {
  const uri = 'file:///a%20b/%C3%A9%25%23%3F/%28x%29%21%27%2A%40%2B%3A~_-.';
  assert.equal(fileUri("/a b/\u00e9%#?/(x)!'*@+:~_-."), uri);
  assert.equal(filePath(uri), "/a b/\u00e9%#?/(x)!'*@+:~_-.");
  assert.equal(filePath('file:///a%2Fb'), undefined);
});
