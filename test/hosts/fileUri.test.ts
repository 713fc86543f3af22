import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filePath, fileUri } from '../../server/src/hosts/fileUri.ts';

const PATHS: readonly [path: string, uri: string][] = [
  ['C:\\Apache24\\conf\\httpd.conf', 'file:///c%3A/Apache24/conf/httpd.conf'],
  ['d:\\a b\\50%.conf', 'file:///d%3A/a%20b/50%25.conf'],
  ['C:/Apache24/conf', 'file:///c%3A/Apache24/conf'],
  ['C:\\', 'file:///c%3A/'],
];

for (const [path, uri] of PATHS) {
  test(`on Windows ${path} is ${uri}`, () => {
    assert.equal(fileUri(path, true), uri);
    assert.equal(fileUri(filePath(uri, true) ?? '', true), uri);
  });
}

test('a URI of Windows has a path, however its drive is written', () => {
  for (const drive of ['c%3A', 'C%3A', 'c:', 'C:'])
    assert.equal(filePath(`file:///${drive}/Apache24/a.conf`, true)?.toLowerCase(), 'c:\\apache24\\a.conf');
});

const ELSEWHERE = ['\\\\server\\share\\a.conf', '//server/share/a.conf', '\\\\?\\C:\\a.conf', '\\\\.\\pipe\\a'];

test('what lies on another machine has no path, nor has a device', () => {
  for (const path of ELSEWHERE) assert.equal(filePath(fileUri(path, true), true), undefined, path);
  for (const uri of ['file://server/share/a.conf', 'file:////server/share/a.conf', 'file:///server/share/a.conf'])
    assert.equal(filePath(uri, true), undefined, uri);
});
