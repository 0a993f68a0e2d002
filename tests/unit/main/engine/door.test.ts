import { expect, test, vi } from 'vitest';
import { Failure } from '../../../../src/core/result.ts';
import { createDoor } from '../../../../src/main/engine/door.ts';
import { testEngine } from '../../../helpers/engine.ts';

const address = (path: string) => `https://iforce.invalid${path}`;

async function post(path: string, body: string | Uint8Array<ArrayBuffer>): Promise<unknown> {
  const response = await testEngine().request(new Request(address(path), { method: 'POST', body }));
  expect(response.headers.get('content-type')).toContain('application/json');
  return response.json();
}

test.each([
  ['/rpc/no.such', '{}', 'engine.unknown-method'],
  ['/rpc/toString', '{}', 'engine.unknown-method'],
  ['/rpc/__proto__', '{}', 'engine.unknown-method'],
  ['/elsewhere', '{}', 'engine.unknown-method'],
  ['/rpc/vault.status', '{not json', 'engine.bad-json'],
  ['/rpc/vault.status', '', 'engine.bad-json'],
  ['/rpc/vault.status', '[]', 'engine.bad-input'],
  ['/rpc/files.list', '{"path":7}', 'engine.bad-input'],
  ['/rpc/vault.info', '{}', 'vault.locked'],
  ['/rpc/jobs.watch', '{"jobId":"x","since":0}', 'jobs.unknown'],
  ['/rpc/files.list', '{"path":"/no/such/folder"}', 'files.cannot-list'],
  ['/rpc/host.chooseFiles', '{"purpose":"open-files"}', 'files.no-dialog'],
])('%s with %s is answered %s and a sentence', async (path, body, code) => {
  const reply = (await post(path, body)) as { ok: boolean; error: { code: string; message: string } };
  expect(reply).toMatchObject({ ok: false, error: { code } });
  expect(reply.error.message).toMatch(/^[A-Z“].*\.$/);
  expect(reply.error.message).not.toContain('{{');
});

test('a bad input never comes back in the error', async () => {
  const reply = await post('/rpc/vault.unlock', JSON.stringify({ path: 5, passphrase: 'hush hush hush' }));
  expect(JSON.stringify(reply)).not.toContain('hush');
});

test('the sentence is in the language of the settings', async () => {
  const engine = testEngine();
  await engine.handle('settings.set', { language: 'uk' });
  expect(await engine.handle('vault.info', {})).toMatchObject({
    error: { message: expect.stringContaining('Сховище заблоковано') },
  });
});

test('a dropped file is kept under its upload path; locking forgets it', async () => {
  const engine = testEngine();
  const request = new Request(address('/upload?name=%D0%B4%D0%B7%D0%B2%D1%96%D0%BD%D0%BA%D0%B8.csv'), {
    method: 'POST',
    body: new Uint8Array([1, 2, 3]),
  });
  const reply = (await (await engine.request(request)).json()) as { ok: true; value: { path: string } };
  expect(reply.value.path).toMatch(/^upload:/);
  const held = engine.context.uploads.get(reply.value.path);
  expect(held).toEqual({ name: 'дзвінки.csv', bytes: new Uint8Array([1, 2, 3]) });
  await engine.handle('vault.lock', {});
  expect(engine.context.uploads.get(reply.value.path)).toBeUndefined();
});

test('a dropped file above 64 MiB is refused', async () => {
  const reply = await post('/upload?name=big.csv', new Uint8Array(64 * 1024 * 1024 + 1));
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'files.upload-too-large', params: { name: 'big.csv' } },
  });
});

function doorWith(handler: () => unknown) {
  const logUnexpected = vi.fn();
  const parts = {
    handlers: { 'vault.recent': handler },
    context: testEngine().context,
    explain: () => 'why',
    logUnexpected,
  };
  return { door: createDoor(parts), logUnexpected };
}

test('an unexpected throw is logged and answered without its text', async () => {
  const { door, logUnexpected } = doorWith(() => {
    throw new Error('secret detail');
  });
  const reply = await door.handle('vault.recent', {});
  expect(reply).toMatchObject({ ok: false, error: { code: 'engine.unexpected' } });
  expect(JSON.stringify(reply)).not.toContain('secret');
  expect(logUnexpected).toHaveBeenCalledOnce();
});

test('a wrong output is a defect with its place, not its data', async () => {
  const { door } = doorWith(() => ({ paths: [42] }));
  expect(await door.handle('vault.recent', {})).toMatchObject({
    ok: false,
    error: { code: 'engine.bad-output', params: { what: 'paths.0: invalid_type' } },
  });
});

test('a Failure keeps its code and params; the driver’s refusals get a name', async () => {
  const failure = doorWith(() => {
    throw new Failure('vault.newer', { needed: 2, known: 1 });
  });
  expect(await failure.door.handle('vault.recent', {})).toMatchObject({
    error: { code: 'vault.newer', params: { needed: 2 } },
  });
  const full = doorWith(async () => {
    throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
  });
  expect(await full.door.handle('vault.recent', {})).toMatchObject({ error: { code: 'vault.disk-full' } });
  expect(full.logUnexpected).not.toHaveBeenCalled();
});
