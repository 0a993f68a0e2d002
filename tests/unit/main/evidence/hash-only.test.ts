import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importFile, QUIET } from '../../../../src/main/import/run.ts';
import { type EvidenceFile, evidenceFile, FIELDS } from '../../../helpers/evidence.ts';
import { temporaryFolder } from '../../../helpers/vault.ts';
import { zipOf } from '../../../helpers/zip.ts';

const CALLS = 'Caller;Called;Start;Duration\n+380501112233;+40712345678;2026-03-01 10:15:00;5\n';

function onDisk(name: string, content: string | Uint8Array = CALLS) {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return { path, sha256: createHash('sha256').update(content).digest('hex') };
}

async function register(file: EvidenceFile, path: string, how: { copy?: boolean; hashOnly?: boolean }) {
  const wish = { fileId: file.fileId, kind: 'statement' as const, fields: FIELDS, path, ...how };
  const { jobId } = await file.ask('source.createFrom', wish);
  const { result, error } = await file.engine.context.jobs.finished(jobId);
  if (error !== null) throw new Error(error.code);
  return result as { sourceId: string };
}

function chunks(file: EvidenceFile): number {
  return file.engine.context.database().all('SELECT 1 FROM attachment_chunk').length;
}

async function importOf(file: EvidenceFile, path: string) {
  const { suggested } = await file.ask('import.inspect', { path });
  const wish = { fileId: file.fileId, path, specification: suggested, dryRun: false, progress: QUIET };
  return importFile(file.engine.context, wish);
}

test('material nobody may look at is a source with hash and size; its bytes are never in the vault', async () => {
  const file = await evidenceFile();
  const { path, sha256 } = onDisk('IMG_0001.csv');
  const { sourceId } = await register(file, path, { hashOnly: true });
  expect(await file.ask('source.get', { sourceId })).toMatchObject({
    sha256,
    size: CALLS.length,
    fileName: 'IMG_0001.csv',
  });
  expect(chunks(file)).toBe(0);
  const target = join(temporaryFolder(), 'out.bin');
  await expect(file.ask('source.saveAttachment', { sourceId, path: target })).rejects.toThrow(
    'evidence.no-attachment',
  );
});

test('its bytes are refused for ever, under another name and in an archive too', async () => {
  const file = await evidenceFile();
  await register(file, onDisk('a.csv').path, { hashOnly: true });
  const renamed = onDisk('holiday.csv').path;
  const packed = onDisk('backup.zip', zipOf([{ name: 'x.csv', content: CALLS }])).path;
  for (const path of [renamed, `zip:${packed}!/x.csv`]) {
    await expect(importOf(file, path)).rejects.toThrow('import.hash-only');
    await expect(register(file, path, {})).rejects.toThrow('import.hash-only');
    await expect(register(file, path, { copy: false })).rejects.toThrow('import.hash-only');
  }
  const { suggested } = await file.ask('import.inspect', { path: onDisk('other.csv', `${CALLS}\n`).path });
  await expect(
    file.ask('import.preview', { path: renamed, specification: suggested, limit: 5 }),
  ).rejects.toThrow('import.hash-only');
  expect(chunks(file)).toBe(0);
});

test('bytes a source holds cannot be marked behind its back', async () => {
  const file = await evidenceFile();
  const { path } = onDisk('a.csv');
  await importOf(file, path);
  await expect(register(file, path, { hashOnly: true })).rejects.toThrow('import.hash-only-kept');
  expect(chunks(file)).toBeGreaterThan(0);
});

test('a film is registered by hash and size; when its bytes come with an import after all, they are kept', async () => {
  const file = await evidenceFile();
  const { path, sha256 } = onDisk('film.csv');
  const { sourceId } = await register(file, path, { copy: false });
  expect(chunks(file)).toBe(0);
  expect(await importOf(file, path)).toMatchObject({ imported: 1 });
  expect(chunks(file)).toBe(1);
  const target = join(temporaryFolder(), 'film.bin');
  expect(await file.ask('source.saveAttachment', { sourceId, path: target })).toMatchObject({ sha256 });
});
