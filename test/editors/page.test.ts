import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf } from './editorPage.ts';

test('every JSON block of the page is JSON, and starts the server', () => {
  const blocks = blocksOf('json');
  assert.equal(blocks.length, 2);
  for (const block of blocks) {
    assert.doesNotThrow(() => void JSON.parse(block));
    assert.match(block, /"command": \["htconf", "server", "--stdio"\]/);
  }
});

test('the page names the same command for the other editors', () => {
  assert.match(blocksOf('toml').join(), /^command = "htconf"\nargs = \["server", "--stdio"\]$/m);
  assert.match(blocksOf('vim').join(), /'cmd': \['htconf', 'server', '--stdio'\]/);
  const started = blocksOf('elisp').filter((text) => text.includes('("htconf" "server" "--stdio")'));
  assert.equal(started.length, 2);
});
