import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input, MethodName, Output } from '../../src/contract/index.ts';
import type { Answer } from '../../src/contract/questions.ts';
import { createEngine, type Engine } from '../../src/main/engine/index.ts';

const resourcesFolder = fileURLToPath(new URL('../../resources/', import.meta.url));
const answers = JSON.parse(readFileSync(join(resourcesFolder, 'training', 'answers.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'iforce-training-'));
let engine: Engine;
let fileId = '';

async function call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await engine.handle(method, input);
  if (!reply.ok) throw new Error(`${method}: ${reply.error.code} ${reply.error.message}`);
  return reply.value;
}
async function finished(jobId: string): Promise<unknown> {
  let job = await call('jobs.watch', { jobId, since: -1 });
  while (job.state === 'running') job = await call('jobs.watch', { jobId, since: job.revision });
  if (job.state !== 'done') throw new Error(`${job.state}: ${job.error?.code} ${job.error?.message}`);
  return job.result;
}
async function find(text: string): Promise<string> {
  const { hits } = await call('search.query', { fileId, text, limit: 5 });
  return hits[0]?.entity.id ?? '';
}
/** The rows of an answer as text, ids replaced by nothing: what a reader looks for must stand in one row. */
const rowsWith = (answer: Answer, ...ids: string[]) =>
  answer.rows.filter((row) => ids.every((id) => Object.values(row).includes(id)));

beforeAll(async () => {
  engine = createEngine({ resourcesFolder, settingsFolder: folder, programVersion: 'test', host: 'none' });
  const path = join(folder, 'Навчання.vault');
  await call('vault.create', { path, passphrase: 'six wholly invented words here', slotName: 'test' });
  const { state } = await call('vault.status', {});
  if (state !== 'unlocked')
    await call('vault.unlock', { path, passphrase: 'six wholly invented words here' });
  const { jobId } = await call('training.open', { language: 'uk' });
  fileId = ((await finished(jobId)) as { fileId: string }).fileId;
});
afterAll(() => {
  engine?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('training case', () => {
  it('takes every row or says why not', async () => {
    const { batches } = await call('import.batches', { fileId });
    expect(batches).toHaveLength(8);
    for (const batch of batches) expect(batch.imported + batch.rejected, batch.fileName).toBe(batch.rows);
    const rejected = Object.fromEntries(batches.map((batch) => [batch.fileName, batch.rejected]));
    expect(rejected).toEqual({
      'people.csv': 0,
      'vehicles.csv': 0,
      'border-crossings.csv': 0,
      'calls-operator-a.csv': 2,
      'calls-operator-b.csv': 2,
      'payments.csv': 1,
      'scout-car.gpx': 0,
      'load-car.gpx': 0,
    });
    const counts = await call('analysisFile.counts', { fileId });
    expect(counts.events.call).toBeGreaterThanOrEqual(6000);
    expect(counts.entities.phone).toBeGreaterThanOrEqual(120);
  });

  it('shows the SIM change', async () => {
    const { oldNumber, newNumber, sharedContacts } = answers.simChange;
    const answer = await call('ask.newIdentities', {
      fileId,
      entityType: 'phone',
      minimumShared: 5,
      limit: 10,
    });
    const found = rowsWith(answer, await find(oldNumber), await find(newNumber));
    expect(found).toHaveLength(1);
    expect(Object.values(found[0] ?? {})).toContain(sharedContacts.length);
    expect(answer.rows[0]).toEqual(found[0]);
  });

  it('shows the two cars in convoy', async () => {
    const [scout, load] = await Promise.all(answers.convoy.plates.map(find));
    const answer = await call('ask.together', {
      fileId,
      minutes: 15,
      kilometres: 1,
      minimumTimes: 3,
      entityTypes: ['vehicle'],
      limit: 10,
    });
    expect(rowsWith(answer, scout ?? '', load ?? '')).toHaveLength(1);
    expect(answer.rows).toHaveLength(1);
  });

  it('shows where the money ends, which is not where most of it arrives', async () => {
    const account = await find(answers.finalAccount.iban);
    const ask = (measure: 'money-net' | 'money-in') =>
      call('ask.mostConnected', { fileId, measure, limit: 5 });
    expect(Object.values((await ask('money-net')).rows[0] ?? {})).toContain(account);
    expect(Object.values((await ask('money-in')).rows[0] ?? {})).not.toContain(account);
  });

  it('shows one man under three spellings', async () => {
    const [ukrainian, romanian, passport] = answers.threeSpellings.documents;
    const ids = [await find(ukrainian), await find(romanian), await find(passport)];
    expect(new Set(ids).size).toBe(3);
    const answer = await call('ask.sameName', { fileId, limit: 50 });
    expect(rowsWith(answer, ids[0] ?? '', ids[1] ?? '')).not.toHaveLength(0);
    expect(rowsWith(answer, ids[0] ?? '', ids[2] ?? '')).not.toHaveLength(0);
    const { hits } = await call('search.query', { fileId, text: 'Tkachuk', limit: 20 });
    expect(hits.map((hit) => hit.entity.id)).toEqual(expect.arrayContaining([ids[0], ids[2]]));
  });

  it('keeps the victim and the minor behind the shutter and the suspects in the open', async () => {
    const { rows } = await call('entity.list', {
      fileId,
      types: ['person'],
      offset: 0,
      limit: 500,
      sort: 'label',
    });
    expect(rows.filter((row) => row.protected).length).toBe(3);
    expect(rows.filter((row) => row.minor).length).toBe(1);
    expect(rows.filter((row) => row.status === 'suspect').length).toBe(7);
    expect(rows.map((row) => row.label).join()).not.toContain('Верболоз');
  });

  it('registers ten statements', async () => {
    const { sources } = await call('source.list', { fileId });
    expect(sources.filter((source) => source.kind === 'statement')).toHaveLength(10);
  });

  it('opens a second time beside the first', async () => {
    const { jobId } = await call('training.open', { language: 'en' });
    const second = (await finished(jobId)) as { fileId: string };
    const { files } = await call('analysisFile.list', {});
    expect(files.map((file) => file.reference).sort()).toEqual(['AMBER-BRIDGE', 'AMBER-BRIDGE-2']);
    expect(second.fileId).not.toBe(fileId);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const before = await call('analysisFile.list', {});
    const { jobId } = await call('training.open', { language: 'ro' });
    await call('jobs.cancel', { jobId });
    await expect(finished(jobId)).rejects.toThrow('cancelled');
    expect(await call('analysisFile.list', {})).toEqual(before);
  });
});
