import { Worker } from 'node:worker_threads';
import type { EngineOptions } from './index.ts';
import type { EngineAnswer, EngineCall } from './wire.ts';

export interface EngineClient {
  request(request: Request): Promise<Response>;
  /** Locks the vault and ends the thread. */
  close(): Promise<void>;
}

const GONE = JSON.stringify({
  ok: false,
  error: {
    code: 'engine.gone',
    message: 'The engine of the program stopped. Start the program again; what was saved is safe.',
  },
});

function gone(): Response {
  return new Response(GONE, { status: 503, headers: { 'content-type': 'application/json; charset=utf-8' } });
}

/** Starts the engine thread. A thread that dies answers every open and later request with `engine.gone`. */
export function startEngine(workerFile: URL, options: EngineOptions): EngineClient {
  const worker = new Worker(workerFile, { workerData: options });
  const open = new Map<number, (response: Response) => void>();
  let next = 1;
  let dead = false;
  worker.on('message', (answer: EngineAnswer) => {
    open.get(answer.id)?.(new Response(answer.body, { status: answer.status, headers: answer.headers }));
    open.delete(answer.id);
  });
  const end = (): void => {
    dead = true;
    for (const resolve of open.values()) resolve(gone());
    open.clear();
  };
  worker.on('error', (error) => {
    process.stderr.write(`engine thread: ${error.name}\n`);
    end();
  });
  worker.on('exit', end);
  return {
    async request(request) {
      if (dead) return gone();
      const body = request.method === 'GET' ? null : await request.arrayBuffer();
      const id = next++;
      const call: EngineCall = {
        id,
        url: request.url,
        method: request.method,
        headers: Object.fromEntries(request.headers),
        body,
      };
      return new Promise((resolve) => {
        open.set(id, resolve);
        worker.postMessage(call, body === null ? [] : [body]);
      });
    },
    async close() {
      if (dead) return;
      const ended = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage('close');
      await ended;
    },
  };
}
