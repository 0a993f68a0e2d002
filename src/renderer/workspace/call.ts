import type { Input, MethodName, Output } from '../../contract/index.ts';
import type { Reply, ReplyError } from '../../contract/method.ts';

/** The error of a reply, as something a query or a button can show: `message` is the sentence for the person. */
export class CallError extends Error {
  readonly code: string;
  readonly params: ReplyError['params'];
  constructor(error: ReplyError) {
    super(error.message);
    this.name = 'CallError';
    this.code = error.code;
    this.params = error.params;
  }
}

/** Asks the engine. Never hangs on a dead engine: the host aborts the request and that becomes `engine.gone`. */
export async function call<M extends MethodName>(
  method: M,
  input: Input<M>,
  signal?: AbortSignal,
): Promise<Output<M>> {
  const response = await fetch(`/rpc/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    ...(signal === undefined ? {} : { signal }),
  });
  const reply = (await response.json()) as Reply<Output<M>>;
  if (!reply.ok) throw new CallError(reply.error);
  return reply.value;
}
