import {
  createConnection,
  ErrorCodes,
  Message,
  type DataCallback,
  type MessageReader,
  type MessageWriter,
  type ResponseMessage,
} from 'vscode-languageserver/node';
import { frameReader } from './framing.ts';
import { startServer } from './server.ts';

/** Stands behind the last message, so that everything before it is answered first. */
const END_OF_INPUT: Message = { jsonrpc: 'end of input' };

/**
 * Serves the client at the other end of standard input and output until it says `exit` or goes away. A message that is
 * no JSON-RPC is answered with an error; input that holds no messages ends the process with a sentence on standard error.
 */
export function startStdioServer(): void {
  const connection = createConnection(stdinReader, stdoutWriter, {
    messageStrategy: {
      handleMessage: (message, next) => (message === END_OF_INPUT ? stop(server.isShutDown() ? 0 : 1) : next(message)),
    },
  });
  process.stdout.once('error', () => process.exit(1));
  const server = startServer(connection, async () => (await import('../hosts/nodeFileSystem.ts')).nodeFileSystem);
}

const NOTHING = { dispose: () => undefined };
const never = () => NOTHING;

const stdinReader: MessageReader = {
  ...NOTHING,
  onError: never,
  onClose: never,
  onPartialMessage: never,
  listen: (callback) => {
    const take = frameReader({ body: (bytes) => receive(bytes, callback), fault: giveUp });
    process.stdin.on('data', take);
    for (const event of ['end', 'error']) process.stdin.once(event, () => callback(END_OF_INPUT));
    return NOTHING;
  },
};

const stdoutWriter: MessageWriter = { ...NOTHING, onError: never, onClose: never, write, end: () => undefined };

function receive(bytes: Buffer, callback: DataCallback): void {
  const message = parsed(bytes);
  if (message === undefined) return refuse(null, ErrorCodes.ParseError, 'The content of this message is no JSON.');
  if (isJsonRpc(message)) return callback(message);
  refuse(idOf(message), ErrorCodes.InvalidRequest, 'This is no request, notification or response.');
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

type Fields = Message & { readonly method?: unknown; readonly params?: unknown };

/** Parameters are absent or have parts; on `$/cancelRequest` without any vscode-jsonrpc would throw. */
function isJsonRpc(value: unknown): value is Message {
  const message = (value ?? undefined) as Fields | undefined;
  const { method, params } = message ?? {};
  if (params !== undefined && typeof params !== 'object') return false;
  if (method === '$/cancelRequest' && !params) return false;
  return Message.isRequest(message) || Message.isNotification(message) || Message.isResponse(message);
}

function idOf(message: unknown): string | number | null {
  const { id } = (message ?? {}) as { readonly id?: unknown };
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function refuse(id: string | number | null, code: number, message: string): void {
  const response: ResponseMessage = { jsonrpc: '2.0', id, error: { code, message } };
  void write(response);
}

function giveUp(message: string): void {
  process.stderr.write(`htconf: ${message}. The language server is started by an editor, which then talks to it.\n`);
  stop(1);
}

function write(message: Message): Promise<void> {
  const body = Buffer.from(JSON.stringify(message));
  const frame = Buffer.concat([Buffer.from(`Content-Length: ${String(body.length)}\r\n\r\n`), body]);
  return new Promise((resolve) => process.stdout.write(frame, () => resolve()));
}

/** Ends the process once everything is written. */
function stop(code: number): void {
  process.stdout.write('', () => process.exit(code));
}
