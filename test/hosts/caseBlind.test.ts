import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsIn, NO_SETTINGS } from '../../server/src/engine/engine.ts';
import { gather, NOTHING_GATHERED } from '../../server/src/hosts/gather.ts';
import { memoryFileSystem } from '../support/memoryFileSystem.ts';

const ROOT = 'file:///srv/httpd.conf';

/** The files that a main configuration reads besides itself, and the faults of its includes. */
async function read(text: string, file: string, isCaseBlind: boolean) {
  const files = { 'httpd.conf': `ServerRoot /srv\n${text}`, [file]: '' };
  const fileSystem = memoryFileSystem(files, isCaseBlind);
  const { survey, snapshot } = await gather(fileSystem, NOTHING_GATHERED, { roots: [ROOT], files: [] });
  const codes = findingsIn(survey, ROOT, NO_SETTINGS).map(({ code }) => code);
  return {
    files: [...snapshot.files.keys()].filter((uri) => uri !== ROOT).map((uri) => uri.slice('file:///srv/'.length)),
    faults: codes.filter((code) => code.startsWith('include-')),
  };
}

test('an Include in another letter case finds its file only where the file system does not look at it', async () => {
  const text = 'Include Conf/Extra/x.conf\n';
  assert.deepEqual(await read(text, 'conf/extra/X.conf', true), { files: ['conf/extra/X.conf'], faults: [] });
  assert.deepEqual(await read(text, 'conf/extra/X.conf', false), { files: [], faults: ['include-missing'] });
});

test('two spellings of one file are one file', async () => {
  const text = 'Include conf/x.conf\nInclude CONF/X.CONF\nInclude CONF\n';
  assert.deepEqual(await read(text, 'conf/x.conf', true), { files: ['conf/x.conf'], faults: [] });
});

test('an accent may be written in two ways', async () => {
  assert.deepEqual(await read('Include caf\u00e9.conf\n', 'cafe\u0301.conf', true), {
    files: ['cafe%CC%81.conf'],
    faults: [],
  });
});

test('the letter case of a pattern counts everywhere, but not that of the folder before it', async () => {
  const patterns = (pattern: string) => read(`Include Conf/${pattern}\n`, 'conf/a.conf', true);
  assert.deepEqual(await patterns('*.conf'), { files: ['conf/a.conf'], faults: [] });
  assert.deepEqual(await patterns('*.CONF'), { files: [], faults: ['include-matches-nothing'] });
});
