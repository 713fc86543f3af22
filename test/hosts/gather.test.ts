import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsIn, NO_SETTINGS, openFile, withChange, type FolderEntry } from '../../server/src/engine/engine.ts';
import type { FileSystem } from '../../server/src/hosts/fileSystem.ts';
import { gather, LIMITS, NOTHING_GATHERED, type Limits } from '../../server/src/hosts/gather.ts';

const ROOT = 'file:///srv/httpd.conf';

/** A disk of files in one folder, that counts what is read. */
function disk(files: Readonly<Record<string, string>>): FileSystem & { readonly reads: string[] } {
  const reads: string[] = [];
  const entries = Object.keys(files).map((name): FolderEntry => ({ name, kind: 'file', uri: `file:///srv/${name}` }));
  return {
    reads,
    readFile: (uri) => {
      reads.push(uri);
      const text = files[uri.replace('file:///srv/', '')];
      return Promise.resolve(
        text === undefined
          ? { unread: { kind: 'unreadable', reason: 'permission is denied' } }
          : { text, encoding: 'utf8' },
      );
    },
    readDirectory: (uri) => {
      reads.push(uri);
      return Promise.resolve(uri === 'file:///srv' ? { entries, isCaseBlind: false } : 'absent');
    },
  };
}

/** The files that were read, and those that were not. */
async function outcome(files: Readonly<Record<string, string>>, limits: Partial<Limits> = {}) {
  const { snapshot, unread } = await gather(
    disk(files),
    NOTHING_GATHERED,
    { roots: [ROOT], files: [] },
    { ...LIMITS, ...limits },
  );
  const nameOf = (uri: string) => uri.slice('file:///srv/'.length);
  return {
    read: [...snapshot.files.keys()].map(nameOf),
    unread: [...unread].map(([uri, { kind }]) => `${nameOf(uri)}: ${kind}`),
  };
}

test('each file and each folder is read once, and nothing else', async () => {
  const files = { 'httpd.conf': 'Include a\nInclude [ab]\n', a: 'Include b\n', b: '', c: '' };
  const system = disk(files);
  const { survey } = await gather(system, NOTHING_GATHERED, { roots: [ROOT], files: [] });
  assert.deepEqual(system.reads.sort(), ['file:///srv', 'file:///srv/a', 'file:///srv/b', ROOT]);
  assert.deepEqual(survey.wanted, { files: [], folders: [] });
});

test('what is in the snapshot is not read', async () => {
  const system = disk({ 'httpd.conf': 'Include a\n', a: '' });
  const files = [openFile('file:///srv/a', 7, 'Options Indxes\n')];
  const before = { ...NOTHING_GATHERED, snapshot: withChange(NOTHING_GATHERED.snapshot, { files }) };
  const { survey } = await gather(system, before, { roots: [ROOT], files: [] });
  assert.ok(!system.reads.includes('file:///srv/a'));
  assert.deepEqual(
    findingsIn(survey, 'file:///srv/a', NO_SETTINGS).map(({ code }) => code),
    ['keyword-value'],
  );
});

test('what changes is read again, and the rest is not', async () => {
  const files = { 'httpd.conf': 'Include a\n', a: 'Include b\n', b: '' };
  const system = disk(files);
  const subjects = { roots: [ROOT], files: [] };
  const first = await gather(system, NOTHING_GATHERED, subjects);
  system.reads.length = 0;
  const snapshot = withChange(first.snapshot, { gone: ['file:///srv/b'] });
  await gather(system, { ...first, snapshot }, subjects);
  assert.deepEqual(system.reads, ['file:///srv/b']);
});

test('a file that cannot be read is named, until it can', async () => {
  const system = disk({ 'httpd.conf': '' });
  const subjects = { roots: [ROOT], files: ['file:///srv/x'] };
  const first = await gather(system, NOTHING_GATHERED, subjects);
  assert.deepEqual([...first.unread], [['file:///srv/x', { kind: 'unreadable', reason: 'permission is denied' }]]);
  const snapshot = withChange(first.snapshot, { files: [openFile('file:///srv/x', 1, '')] });
  assert.equal((await gather(system, { ...first, snapshot }, subjects)).unread.size, 0);
});

test('files, folders and text are bounded', async () => {
  const files = { 'httpd.conf': 'Include a\nInclude b\nInclude c\n', a: '# a\n', b: '# b\n', c: '' };
  assert.deepEqual(await outcome(files, { files: 3 }), { read: ['httpd.conf', 'a', 'b'], unread: ['c: too many'] });
  assert.deepEqual((await outcome(files, { folders: 0 })).read, ['httpd.conf']);
  assert.deepEqual((await outcome(files, { text: 35 })).unread, ['b: too many']);
  assert.deepEqual((await outcome(files, { lines: 5 })).unread, ['b: too many', 'c: too many']);
});
