import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frameReader } from '../../server/src/lsp/framing.ts';

interface Read {
  readonly bodies: readonly string[];
  readonly fault?: string;
}

/** What comes out of a stream that arrives in pieces of some size. */
function read(stream: string, size = Infinity): Read {
  const bytes = Buffer.from(stream);
  const bodies: string[] = [];
  const faults: string[] = [];
  const take = frameReader({ body: (body) => bodies.push(body.toString()), fault: (message) => faults.push(message) });
  for (let at = 0; at < bytes.length; at += size) take(bytes.subarray(at, at + size));
  assert.ok(faults.length <= 1);
  return faults[0] === undefined ? { bodies } : { bodies, fault: faults[0] };
}

function frame(body: string): string {
  return `Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`;
}

test('messages come out whole, however the stream is cut', () => {
  const bodies = ['{"a":1}', '', 'ä€😀', '\r\n\r\n', 'Content-Length: 3\r\n\r\nabc'];
  const stream = bodies.map(frame).join('');
  for (let size = 1; size <= stream.length + 4; size++) assert.deepEqual(read(stream, size), { bodies });
});

test('other headers, and any letter case, are taken', () => {
  const typed = 'content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:2\r\n\r\n{}';
  assert.deepEqual(read(typed), { bodies: ['{}'] });
});

const NO_MESSAGE = 'The input is no message of the language server protocol';
const NO_LENGTH = 'A message has no header Content-Length with a number';

const FAULTS: readonly [stream: string, fault: string][] = [
  ['hello', NO_MESSAGE],
  ['{"jsonrpc":"2.0"}\n', NO_MESSAGE],
  [`Content-Length: ${'1'.repeat(5000)}`, NO_MESSAGE],
  ['Content-Length: -5\r\n\r\nhello', NO_LENGTH],
  ['Content-Length: five\r\n\r\nhello', NO_LENGTH],
  ['Content-Type: text/plain\r\n\r\nhello', NO_LENGTH],
  ['Content-Length: 99999999999\r\n\r\n{', 'A message of 99999999999 bytes is too large'],
];

for (const [stream, fault] of FAULTS) {
  test(`${JSON.stringify(stream.slice(0, 40))} is a fault`, () => {
    for (const size of [1, 7, Infinity]) {
      assert.deepEqual(read(frame('{}') + stream, size), { bodies: ['{}'], fault });
      assert.deepEqual(read(stream + frame('{}'), size), { bodies: [], fault });
    }
  });
}
