/** What a stream of bytes turns out to be. */
export interface FrameEvents {
  /** The content of one message. */
  body(bytes: Buffer): void;
  /** These bytes are no messages, and what follows cannot be told apart. Says why. Nothing comes after it. */
  fault(message: string): void;
}

/** No client sends headers, or a message, of this many bytes: something else is at the other end. */
const LONGEST_HEADERS = 4096;
const LONGEST_BODY = 256 * 1024 * 1024;

const END_OF_HEADERS = '\r\n\r\n';

/**
 * Cuts a stream into messages as the base protocol of LSP has them. The reader of vscode-jsonrpc does not do: it
 * searches the same bytes again and again where no header ends, and takes a length below zero.
 */
export function frameReader(events: FrameEvents): (bytes: Buffer) => void {
  let headers = '';
  let parts: Buffer[] = [];
  let missing = 0;
  let failed = false;

  return (bytes) => {
    for (let at = 0; at < bytes.length && !failed;)
      at += missing > 0 ? takeBody(bytes.subarray(at)) : takeHeaders(bytes.subarray(at));
  };

  function takeBody(bytes: Buffer): number {
    const part = bytes.subarray(0, missing);
    parts.push(part);
    missing -= part.length;
    if (missing === 0) endBody();
    return part.length;
  }

  function endBody(): void {
    const body = Buffer.concat(parts);
    parts = [];
    events.body(body);
  }

  function takeHeaders(bytes: Buffer): number {
    const before = headers.length;
    headers += bytes.subarray(0, LONGEST_HEADERS).toString('latin1');
    const end = headers.indexOf(END_OF_HEADERS);
    const block = end < 0 ? headers : headers.slice(0, end);
    if (!couldBeHeaders(block)) fail('The input is no message of the language server protocol');
    else if (end >= 0) startBody(block);
    if (end < 0) return headers.length - before;
    headers = '';
    return end + END_OF_HEADERS.length - before;
  }

  function startBody(block: string): void {
    const length = Number(/^content-length: *(\d+)$/im.exec(block.replaceAll('\r', ''))?.[1] ?? NaN);
    if (Number.isNaN(length)) fail('A message has no header Content-Length with a number');
    else if (length > LONGEST_BODY) fail(`A message of ${String(length)} bytes is too large`);
    else if (length === 0) endBody();
    else missing = length;
  }

  function fail(message: string): void {
    failed = true;
    events.fault(message);
  }
}

/** True while the headers of a message may begin like this. */
function couldBeHeaders(text: string): boolean {
  const name = 'content-';
  return text.length <= LONGEST_HEADERS && text.slice(0, name.length).toLowerCase() === name.slice(0, text.length);
}
