import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type TestEngine, testEngine } from '../../../helpers/engine.ts';

async function opened(): Promise<{ engine: TestEngine; folder: string }> {
  const engine = testEngine();
  await engine.create();
  const folder = join(dirname(engine.vaultPath), 'Вивід');
  mkdirSync(folder);
  return { engine, folder };
}

function upload(engine: TestEngine, text: string): string {
  return engine.context.uploads.add('x', Buffer.from(text, 'utf8'));
}

async function audited(engine: TestEngine): Promise<{ action: string; object: string; details: string }[]> {
  const reply = await engine.handle('audit.list', { offset: 0, limit: 10, filter: { text: 'sha256' } });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.rows;
}

test('the uploads are joined in their order under the chosen name; the chain names what left', async () => {
  const { engine, folder } = await opened();
  const path = join(folder, 'Події.csv');
  writeFileSync(path, 'older');
  const uploads = [upload(engine, 'перше,'), upload(engine, 'друге')];
  const wish = { path, uploads, kind: 'table', fileId: null, counts: { events: 2 } } as const;
  const reply = await engine.handle('files.save', { ...wish, uploads: [...uploads] });
  expect(reply).toMatchObject({ ok: true, value: { path, bytes: Buffer.byteLength('перше,друге') } });
  expect(readFileSync(path, 'utf8')).toBe('перше,друге');
  expect(readdirSync(folder)).toEqual(['Події.csv']);
  const [entry] = await audited(engine);
  expect(entry?.action).toBe('export-table');
  expect(entry?.object).toBe('file:Події.csv');
  expect(JSON.parse(entry?.details ?? '')).toMatchObject({ counts: { events: 2 }, analysisFile: null });
  expect(engine.context.uploads.get(uploads[0] ?? '')).toBeUndefined();
});

test('a place that cannot be written is said with its path, leaves nothing behind, and is in the chain', async () => {
  const { engine, folder } = await opened();
  const path = join(folder, 'none', 'chart.png');
  const uploads = [upload(engine, 'x')];
  const reply = await engine.handle('files.save', {
    path,
    uploads,
    kind: 'picture',
    fileId: null,
    counts: {},
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'files.cannot-write', params: { path } } });
  expect((await audited(engine)).map(({ action }) => action)).toEqual(['export-failed', 'export-picture']);
  expect(existsSync(path)).toBe(false);
});

test('a name that is a folder keeps the folder and leaves no half file', async () => {
  const { engine, folder } = await opened();
  const path = join(folder, 'chart.svg');
  mkdirSync(path);
  const uploads = [upload(engine, 'x')];
  const wish = { path, uploads, kind: 'picture', fileId: null, counts: {} } as const;
  expect(await engine.handle('files.save', { ...wish, uploads })).toMatchObject({
    error: { code: 'files.cannot-write' },
  });
  expect(readdirSync(folder)).toEqual(['chart.svg']);
});

test('with the vault locked nothing is written', async () => {
  const { engine, folder } = await opened();
  const uploads = [upload(engine, 'x')];
  await engine.handle('vault.lock', {});
  const path = join(folder, 'late.csv');
  const late = [upload(engine, 'x')];
  const wish = { path, kind: 'table', fileId: null, counts: {} } as const;
  expect(await engine.handle('files.save', { ...wish, uploads })).toMatchObject({
    error: { code: 'files.upload-gone' },
  });
  expect(await engine.handle('files.save', { ...wish, uploads: late })).toMatchObject({
    error: { code: 'vault.locked' },
  });
  expect(existsSync(path)).toBe(false);
});
