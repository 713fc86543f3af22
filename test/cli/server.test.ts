import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htconf } from './command.ts';

test('server --stdio answers on its standard output, and nothing else stands there', () => {
  const message = (content: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...content });
    return `Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`;
  };
  const input =
    message({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } }) +
    message({ id: 2, method: 'shutdown' }) +
    message({ method: 'exit' });
  const { code, stdout, stderr } = htconf(['server', '--stdio'], { cwd: process.cwd(), input });
  assert.match(stdout, /^Content-Length: \d+\r\n/);
  assert.match(stdout, /"capabilities":\{/);
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
});
