import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { createDocuments } from '../../server/src/lsp/documents.ts';
import { memoryFileSystem } from '../support/memoryFileSystem.ts';

/** An error where `SSL` is defined, a warning where nobody knows. */
const IF_SSL = '<IfDefine SSL>\nLissten 80\n</IfDefine>\n';
const FILES = { 'httpd.conf': 'Define SSL\nInclude Sites/Shop.conf\n', 'sites/shop.conf': IF_SSL };

/** What is first published of a document: the severity of its findings. */
async function severities(uri: string, isCaseBlind: boolean): Promise<readonly unknown[]> {
  const published = new Promise<PublishDiagnosticsParams>((resolve, reject) => {
    const documents = createDocuments({
      fileSystem: memoryFileSystem(FILES, isCaseBlind),
      isTrusted: () => true,
      watch: { isPossible: () => true, folders: () => undefined },
      publish: (result) => (result.uri === uri ? resolve(result) : undefined),
      tellStatus: () => undefined,
      sections: (uris) => Promise.resolve(uris.map(() => undefined)),
      warn: reject,
      failed: (what, error) => reject(new Error(what, { cause: error })),
    });
    documents.open({ uri, languageId: 'apacheconf', version: 1, text: IF_SSL });
  });
  return (await published).diagnostics.map(({ severity }) => severity);
}

test('a document that is opened in another letter case is the file that the main configuration includes', async () => {
  assert.deepEqual(await severities('file:///srv/Sites/SHOP.conf', true), [1]);
  assert.deepEqual(await severities('file:///srv/sites/shop.conf', true), [1]);
});

test('where letter case counts it is another file', async () => {
  assert.deepEqual(await severities('file:///srv/Sites/SHOP.conf', false), [2]);
});
