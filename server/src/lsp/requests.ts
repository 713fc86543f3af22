import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import type { Handler, Surroundings } from './handler.ts';
import { HANDLERS } from './handlers.ts';

export interface RequestPorts extends Surroundings {
  /** Why nothing can be answered now. */
  readonly refusal: () => ResponseError | undefined;
}

/** Answers every request of the table in the same way: guarded, measured, and not at all where nobody waits any more. */
export function answerRequests(connection: Connection, ports: RequestPorts): void {
  for (const handler of HANDLERS) {
    connection.onRequest(handler.method, async (params: unknown, token: CancellationToken) => {
      const start = performance.now();
      const result = await answer(handler, params, token, ports).catch((error: unknown) => {
        if (error instanceof ResponseError) return error;
        connection.console.error(`${handler.method} failed: ${describe(error)}`);
        return handler.empty(params);
      });
      connection.tracer.log(`${handler.method}: ${(performance.now() - start).toFixed(1)} ms`);
      return result;
    });
  }
}

async function answer(
  handler: Handler,
  params: unknown,
  token: CancellationToken,
  { refusal, view, client }: RequestPorts,
): Promise<unknown> {
  const reason = refusal();
  if (reason) throw reason;
  return handler.answer(params, {
    client,
    view: async (uri) => {
      const document = await view(uri);
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
      return document;
    },
  });
}

/** An error for the log. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
