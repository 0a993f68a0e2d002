import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Context } from '../../../../src/main/engine/context.ts';
import { loadMessages } from '../../../../src/main/engine/messages.ts';
import { noteFile } from '../../../../src/main/import/hash-only.ts';
import { QUIET, undoImport } from '../../../../src/main/import/run.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { type Bench, bench, contentHash, importPath } from './helpers.ts';
import { jpeg, NORTH_EAST, TAKEN } from './readers/jpeg.ts';

const PHOTO = jpeg([TAKEN, [0xa431, 2, 'SN-778']], NORTH_EAST);
const SHA256 = createHash('sha256').update(PHOTO).digest('hex');

/** A photo imported from a card that is no longer there. */
async function imported(): Promise<Bench & { batchId: string }> {
  const plain = bench();
  const context = { ...plain.context, messages: loadMessages(resolve('resources/locales')) } as Context;
  const one = { ...plain, context };
  const path = one.write('IMG_7.jpg', PHOTO);
  const { batchId } = await importPath(one, path);
  rmSync(path);
  return { ...one, batchId: batchId ?? '' };
}

const walk = (one: Bench, way: 'undo' | 'redo') =>
  storeHandlers[`journal.${way}`](one.context, { fileId: one.fileId });

const counts = (one: Bench) => ({
  entities: one.database.all('SELECT label FROM entity ORDER BY label').length,
  events: one.database.all('SELECT seq FROM event').length,
  chunks: one.database.all('SELECT part FROM attachment_chunk').length,
});

test('a photo taken back comes back from what was read of it, as often as one likes', async () => {
  const one = await imported();
  const whole = contentHash(one.database);
  expect(counts(one)).toEqual({ entities: 2, events: 1, chunks: 0 });
  for (const _ of [1, 2]) {
    await walk(one, 'undo');
    expect(counts(one)).toEqual({ entities: 0, events: 0, chunks: 0 });
    await walk(one, 'redo');
    expect(contentHash(one.database)).toBe(whole);
  }
  const source = one.database.one<{ sha256: string; size: number }>(
    'SELECT sha256, size FROM source JOIN attachment ON attachment.seq = attachment_seq',
  );
  expect(source).toEqual({ sha256: SHA256, size: PHOTO.length });
});

test('one taken back by its batch comes back too, also where the record of its hash went meanwhile', async () => {
  const one = await imported();
  await undoImport(one.context, one.batchId, QUIET);
  one.database.run('DELETE FROM attachment');
  await walk(one, 'undo');
  expect(counts(one)).toEqual({ entities: 2, events: 1, chunks: 0 });
  expect(one.database.one('SELECT sha256, size FROM attachment')).toEqual({
    sha256: SHA256,
    size: PHOTO.length,
  });
});

test('one whose bytes nobody may look at since stays away', async () => {
  const one = await imported();
  await walk(one, 'undo');
  noteFile(one.database, {
    name: 'IMG_7.jpg',
    sha256: SHA256,
    size: PHOTO.length,
    mediaType: '',
    isForbidden: true,
  });
  await expect(walk(one, 'redo')).rejects.toThrow('import.hash-only');
});
