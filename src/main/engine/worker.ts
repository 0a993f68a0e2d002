import { parentPort, workerData } from 'node:worker_threads';
import { createEngine, type EngineOptions } from './index.ts';
import type { EngineAnswer, EngineCall } from './wire.ts';

const port = parentPort;
if (port === null) throw new Error('the engine worker is started by engine/client.ts');

const engine = createEngine(workerData as EngineOptions);

async function answer(call: EngineCall): Promise<void> {
  const request = new Request(call.url, {
    method: call.method,
    headers: call.headers,
    ...(call.body === null ? {} : { body: call.body }),
  });
  const response = await engine.request(request);
  const body = await response.arrayBuffer();
  const message: EngineAnswer = {
    id: call.id,
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body,
  };
  port?.postMessage(message, [body]);
}

port.on('message', (message: EngineCall | 'close') => {
  if (message === 'close') {
    void engine.close().finally(() => port.close());
    return;
  }
  void answer(message);
});
