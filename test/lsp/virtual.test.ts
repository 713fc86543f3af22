import assert from 'node:assert/strict';
import { test } from 'node:test';
import { READ_DIRECTORY, READ_FILE } from '../../server/src/lsp/protocol.ts';
import { memoryFiles } from '../web/memory.ts';
import { LIMIT, startServer } from './startServer.ts';
import { makeTree, shows } from './tree.ts';

const FAULT = 'Options Indxes\n';

test(
  'files of a virtual workspace are those of the editor, and files of the disk those of the disk',
  LIMIT,
  async (t) => {
    const tree = makeTree(t, { 'httpd.conf': '', 'extra/a.conf': `${FAULT}${FAULT}` });
    const files = memoryFiles('memfs:/work', { 'httpd.conf': '', 'extra/a.conf': FAULT });
    const server = await startServer(t, {
      files,
      workspaceFolders: [files.folder, tree.uri()],
      initializationOptions: { trusted: true, extras: [READ_FILE, READ_DIRECTORY] },
    });
    for (const uri of [files.uri('httpd.conf'), tree.uri('httpd.conf')]) server.send('Include extra/*.conf\n', uri);
    await shows(server, 'memfs:///work/extra/a.conf', '1 error keyword-value');
    await shows(server, tree.uri('extra/a.conf'), '1 error keyword-value', '2 error keyword-value');
    assert.deepEqual(
      files.asked.filter((uri) => uri.startsWith('file:')),
      [],
    );
  },
);
