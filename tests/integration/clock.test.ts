import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask, finished } from '../crash/operation.ts';
import { analysisFile, importCalls, writeCalls } from '../crash/operations/case.ts';
import { type TestEngine, testEngine } from '../helpers/engine.ts';
import { PASSPHRASE, temporaryFolder } from '../helpers/vault.ts';

const NOON = Date.UTC(2026, 5, 15, 12);
const DAY = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(NOON);
});
afterEach(() => {
  vi.useRealTimers();
});

function calls(seed: number): string {
  const path = join(temporaryFolder(), `calls-${seed}.csv`);
  writeCalls(path, seed, 200);
  return path;
}

const person = (engine: TestEngine, fileId: string, label: string) =>
  ask(engine, 'entity.create', { fileId, type: 'person', label });
/** What views show; journal and batches remember what was undone. */
const state = (engine: TestEngine) =>
  JSON.stringify(
    ['entity', 'event', 'assertion', 'identifier', 'link', 'link_summary', 'source'].map((table) =>
      engine.context.database().all(`SELECT * FROM ${table}`),
    ),
  );

/** Works, then sets the clock back by two days, and works on. */
async function setBack() {
  const engine = testEngine();
  await engine.create();
  const fileId = await analysisFile(engine);
  await person(engine, fileId, 'Ана');
  await importCalls(engine, fileId, calls(1));
  await ask(engine, 'vault.lock', {});
  vi.setSystemTime(NOON - 2 * DAY);
  await ask(engine, 'vault.unlock', { path: engine.vaultPath, passphrase: PASSPHRASE });
  return { engine, fileId };
}

test('after the clock was set back the audit chain grows and verifies, in the order things were done', async () => {
  const { engine, fileId } = await setBack();
  await person(engine, fileId, 'Богдан');
  const { rows } = await ask(engine, 'audit.list', { offset: 0, limit: 20 });
  expect(rows.map(({ action }) => action)).toEqual([
    'create',
    'unlock',
    'lock',
    'import',
    'create',
    'create',
    'unlock',
    'create',
  ]);
  expect(rows.map(({ seq }) => seq)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
  expect(rows[0]?.at).toBe(NOON - 2 * DAY);
  expect(await ask(engine, 'vault.verify', {})).toMatchObject({ ok: true, firstBroken: null });
});

test('undo takes back what was done last, whatever the clock said, and redo brings all of it again', async () => {
  const { engine, fileId } = await setBack();
  const first = state(engine);
  await person(engine, fileId, 'Богдан');
  await importCalls(engine, fileId, calls(2));
  const { entries } = await ask(engine, 'journal.list', { fileId, limit: 10 });
  expect(entries.map(({ label }) => label.key)).toEqual([
    'import:journal.import',
    'journal:label.entityCreate',
    'import:journal.import',
    'journal:label.entityCreate',
  ]);
  const last = counts(engine);
  const step = async (direction: 'undo' | 'redo') =>
    (await ask(engine, `journal.${direction}`, { fileId })).label.key;
  expect([await step('undo'), await step('undo')]).toEqual([
    'import:journal.import',
    'journal:label.entityCreate',
  ]);
  expect(state(engine)).toBe(first);
  vi.setSystemTime(NOON - 5 * DAY);
  expect([await step('redo'), await step('redo')]).toEqual([
    'journal:label.entityCreate',
    'import:journal.import',
  ]);
  expect(counts(engine)).toEqual(last);
  expect(await ask(engine, 'vault.verify', {})).toMatchObject({ ok: true });
});

function counts(engine: TestEngine): Record<string, number> {
  const database = engine.context.database();
  const count = (table: string): number =>
    database.one<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
  return { entity: count('entity'), event: count('event'), batch: count('batch') };
}

test('an older import can be taken back and a package sealed while the clock is behind', async () => {
  const { engine, fileId } = await setBack();
  const { batches } = await ask(engine, 'import.batches', { fileId });
  await importCalls(engine, fileId, calls(2));
  await finished(engine, (await ask(engine, 'import.undo', { batchId: batches[0]?.id ?? '' })).jobId);
  expect(counts(engine).event).toBe(200);
  const { recipient } = await ask(engine, 'exchange.keys', {});
  const path = join(temporaryFolder(), 'out.caf.age');
  const selection = { fileId, entityIds: null, chartId: null, period: null, recipients: ['RO'] };
  const { jobId } = await ask(engine, 'package.seal', {
    selection: { ...selection, purpose: 'meeting', released: [] },
    recipientKeys: [recipient],
    path,
    language: 'en',
  });
  await finished(engine, jobId);
  expect(await ask(engine, 'package.verify', { path, opener: { kind: 'own' } })).toMatchObject({ ok: true });
  expect(await ask(engine, 'vault.verify', {})).toMatchObject({ ok: true });
});
