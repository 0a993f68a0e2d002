import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EngineOptions } from './index.ts';
import { loadMessages } from './messages.ts';
import { openSettings } from './settings-file.ts';
import type { EngineAnswer, EngineCall } from './wire.ts';

export interface EngineClient {
  /** False until the first request: no vault can be open. */
  readonly started: boolean;
  request(request: Request): Promise<Response>;
  /** Locks the vault and ends the thread. */
  close(): Promise<void>;
}

/** The thread cannot say it any more, so its client reads the sentence itself, in the person's language. */
function gone({ resourcesFolder, settingsFolder }: EngineOptions): Response {
  const { language } = openSettings(join(settingsFolder, 'settings.json')).get();
  const code = 'engine.gone';
  const message = loadMessages(join(resourcesFolder, 'locales')).error(language, code);
  return Response.json({ ok: false, error: { code, message } }, { status: 503 });
}

/**
 * The engine thread. It starts with the first request, so that it does not compete with the window for the first
 * second. A thread that dies answers every open and later request with `engine.gone`.
 */
export function startEngine(workerFile: URL, options: EngineOptions): EngineClient {
  let worker: Worker | null = null;
  const open = new Map<number, (response: Response) => void>();
  let next = 1;
  let dead = false;
  const end = (): void => {
    dead = true;
    for (const resolve of open.values()) resolve(gone(options));
    open.clear();
  };
  function started(): Worker {
    if (worker !== null) return worker;
    worker = new Worker(workerFile, { workerData: options });
    worker.on('message', (answer: EngineAnswer) => {
      open.get(answer.id)?.(new Response(answer.body, { status: answer.status, headers: answer.headers }));
      open.delete(answer.id);
    });
    worker.on('error', (error) => {
      process.stderr.write(`engine thread: ${error.name}\n`);
      end();
    });
    worker.on('exit', end);
    return worker;
  }
  return {
    get started() {
      return worker !== null;
    },
    async request(request) {
      if (dead) return gone(options);
      const thread = started();
      const body = request.method === 'GET' ? null : await request.arrayBuffer();
      if (dead) return gone(options);
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
        thread.postMessage(call, body === null ? [] : [body]);
      });
    },
    async close() {
      if (dead || worker === null) {
        dead = true;
        return;
      }
      const ended = new Promise((resolve) => worker?.once('exit', resolve));
      worker.postMessage('close');
      await ended;
    },
  };
}
