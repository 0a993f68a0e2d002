import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportReport } from '../../../../src/contract/import.ts';
import { type EvidenceFile, evidenceFile, FIELDS } from '../../../helpers/evidence.ts';
import { temporaryFolder } from '../../../helpers/vault.ts';

/** An import holds the vault's one pen from its first row to its last: whoever writes meanwhile hears so at once. */

/** Far more than the wait of the engine for a pen, far less than a person takes for a hang. */
const AT_ONCE_MS = 2000;
const ROWS = 3000;

async function startImport(file: EvidenceFile): Promise<string> {
  const path = join(temporaryFolder(), 'calls.csv');
  const rows = Array.from(
    { length: ROWS },
    (_, at) => `+38050111${1000 + (at % 900)};+40712345678;2026-03-01 10:15:00;${at}`,
  );
  writeFileSync(path, ['Caller;Called;Start;Duration', ...rows].join('\n'));
  const { suggested } = await file.ask('import.inspect', { path });
  const wish = { fileId: file.fileId, path, specification: suggested, dryRun: false };
  return (await file.ask('import.start', wish)).jobId;
}

/** The job is in the middle of its rows and lies still there. */
async function pausedInTheMiddle(file: EvidenceFile): Promise<string> {
  const jobId = await startImport(file);
  let job = await file.ask('jobs.watch', { jobId, since: -1 });
  while (job.phase !== 'loading') job = await file.ask('jobs.watch', { jobId, since: job.revision });
  await file.ask('jobs.pause', { jobId });
  return jobId;
}

const newEntity = (file: EvidenceFile) =>
  file.engine.handle('entity.create', { fileId: file.fileId, type: 'person', label: 'Попа Іон' });

test('an edit while an import is paused is refused at once in words; after the import it is made', async () => {
  const file = await evidenceFile();
  const jobId = await pausedInTheMiddle(file);
  const asked = performance.now();
  expect(await newEntity(file)).toMatchObject({
    ok: false,
    error: { code: 'vault.busy', message: expect.stringContaining('let a paused one go on') },
  });
  expect(performance.now() - asked).toBeLessThan(AT_ONCE_MS);
  expect((await file.ask('jobs.list', {})).jobs.find(({ id }) => id === jobId)).toMatchObject({
    state: 'running',
    paused: true,
  });
  await file.ask('jobs.resume', { jobId });
  const { state, result } = await file.engine.context.jobs.finished(jobId);
  expect([state, (result as ImportReport).imported]).toEqual(['done', ROWS]);
  expect(await newEntity(file)).toMatchObject({ ok: true });
});

test('reading goes on while an import is paused, and a second job that writes ends in the same words', async () => {
  const file = await evidenceFile();
  const jobId = await pausedInTheMiddle(file);
  expect((await file.ask('import.batches', { fileId: file.fileId })).batches).toEqual([]);
  const path = join(temporaryFolder(), 'report.txt');
  writeFileSync(path, 'invented');
  const wish = { fileId: file.fileId, kind: 'document' as const, fields: FIELDS, path };
  const asked = performance.now();
  const second = await file.ask('source.createFrom', wish);
  expect((await file.engine.context.jobs.finished(second.jobId)).error?.code).toBe('vault.busy');
  expect(performance.now() - asked).toBeLessThan(AT_ONCE_MS);
  await file.ask('jobs.cancel', { jobId });
  expect((await file.engine.context.jobs.finished(jobId)).state).toBe('cancelled');
  expect(await newEntity(file)).toMatchObject({ ok: true });
});

test('an edit while an import runs is made or refused at once, and the import comes in whole', async () => {
  const file = await evidenceFile();
  const jobId = await startImport(file);
  const replies = new Set<string>();
  const ended = file.engine.context.jobs.finished(jobId);
  let job = await file.ask('jobs.watch', { jobId, since: -1 });
  while (job.state === 'running') {
    const asked = performance.now();
    const reply = await newEntity(file);
    expect(performance.now() - asked).toBeLessThan(AT_ONCE_MS);
    replies.add(reply.ok ? 'made' : reply.error.code);
    job = await file.ask('jobs.watch', { jobId, since: job.revision });
  }
  expect(((await ended).result as ImportReport).imported).toBe(ROWS);
  expect(replies).toContain('vault.busy');
  expect([...replies].every((one) => one === 'made' || one === 'vault.busy')).toBe(true);
});
