import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { type EngineClient, startEngine } from '../../src/main/engine/client.ts';
import { temporaryFolder } from '../helpers/vault.ts';

const WORKER = pathToFileURL(resolve('src/main/engine/worker.ts'));

function start(worker = WORKER): EngineClient {
  return startEngine(worker, {
    resourcesFolder: resolve('resources'),
    settingsFolder: join(temporaryFolder(), 'settings'),
    programVersion: '0.0.0-test',
    host: 'chromium',
  });
}

async function ask(client: EngineClient, method: string, input: unknown): Promise<unknown> {
  const body = JSON.stringify(input);
  return (
    await client.request(new Request(`https://iforce.invalid/rpc/${method}`, { method: 'POST', body }))
  ).json();
}

test('the engine answers from its own thread, many at once', async () => {
  const client = start();
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask(client, 'vault.status', {})));
  expect(answers.every((reply) => (reply as { ok: boolean }).ok)).toBe(true);
  expect(await ask(client, 'host.info', {})).toMatchObject({
    ok: true,
    value: { host: 'chromium', nativeDialogs: false },
  });
  const upload = new Request('https://iforce.invalid/upload?name=a.csv', {
    method: 'POST',
    body: new Uint8Array(1000),
  });
  expect(await (await client.request(upload)).json()).toMatchObject({ ok: true });
  await client.close();
  expect(await ask(client, 'vault.status', {})).toMatchObject({ ok: false, error: { code: 'engine.gone' } });
});

test('the thread starts with the first request, and one never asked is closed without starting', async () => {
  const client = start();
  expect(client.started).toBe(false);
  await ask(client, 'vault.status', {});
  expect(client.started).toBe(true);
  await client.close();
  const unused = start();
  await unused.close();
  expect(unused.started).toBe(false);
  expect(await ask(unused, 'vault.status', {})).toMatchObject({ ok: false, error: { code: 'engine.gone' } });
});

test('an engine that cannot start answers engine.gone with a sentence, open and later requests alike', async () => {
  const client = start(pathToFileURL(resolve('src/main/engine/no-such-worker.ts')));
  const first = await ask(client, 'vault.status', {});
  expect(first).toMatchObject({
    ok: false,
    error: { code: 'engine.gone', message: expect.stringContaining('stopped') },
  });
  expect(await ask(client, 'vault.status', {})).toMatchObject({ ok: false, error: { code: 'engine.gone' } });
});
