import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { ImportFormat } from '../../../../../src/contract/import.ts';
import { Failure } from '../../../../../src/core/result.ts';
import { memorySource } from '../../../../../src/main/import/files.ts';
import { lookApart, type Reading, withRowsApart } from '../../../../../src/main/import/isolation/apart.ts';
import { READER_LIMITS, type ReaderLimits } from '../../../../../src/main/import/isolation/reader-thread.ts';
import { gpx } from '../../../../../src/main/import/readers/gpx.ts';
import type { SourceRow } from '../../../../../src/main/import/readers/reader.ts';
import { FIXTURES } from '../helpers.ts';

const HOSTILE: ReaderLimits = {
  heapMegabytes: 64,
  growthMegabytes: 400,
  stuckMs: 2500,
  stuckMsPerMegabyte: 0,
  worker: pathToFileURL(join(import.meta.dirname, 'hostile-worker.ts')),
};
const SPECIFICATION = { encoding: 'utf-8', delimiter: '', quote: '', headerRow: 0, columns: [] };

async function* twoPieces(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array([1]);
  yield new Uint8Array([2]);
}

function reading(change: Partial<Reading> = {}): Reading {
  return { name: 'evil.bin', chunks: twoPieces(), specification: SPECIFICATION, ...change };
}

async function readAll(format: ImportFormat, change: Partial<Reading> = {}) {
  const rows: SourceRow[] = [];
  const outcome = await withRowsApart(
    { format },
    reading(change),
    async (stream) => {
      for await (const batch of stream.batches) rows.push(...batch);
    },
    HOSTILE,
  ).catch((error: unknown) => error);
  return { rows, error: outcome instanceof Failure ? outcome.error : outcome };
}

test.each([
  ['xlsx', 'never gives way', 'import.reader-stuck'],
  ['xls', 'waits for what never comes', 'import.reader-stuck'],
  ['ods', 'throws', 'import.reader-crashed'],
  ['json', 'ends its thread', 'import.reader-crashed'],
  ['matrix', 'throws where nobody catches', 'import.reader-crashed'],
  ['vcard', 'calls itself without end', 'import.reader-crashed'],
  ['eml', 'fills its heap', 'import.reader-too-big'],
  ['mbox', 'fills the memory with buffers', 'import.reader-too-big'],
] as const)(
  'a reader that (%s) %s costs its file, which is named, and nothing else',
  async (format, _, code) => {
    const { error } = await readAll(format);
    expect(error).toEqual({ code, params: { file: 'evil.bin' } });
  },
);

test('what a reader refuses arrives with its words, after the rows before it', async () => {
  const { rows, error } = await readAll('msg');
  expect(rows.map(({ line }) => line)).toEqual([1, 2]);
  expect(error).toEqual({ code: 'import.xml-broken', params: { file: 'mine', line: 7 } });
});

test('a whole sheet at once comes in pieces, each row once and in order', async () => {
  const { rows, error } = await readAll('camt');
  expect(error).toBeUndefined();
  expect(rows).toHaveLength(25_500);
  expect(rows.every(({ line }, at) => line === at + 1)).toBe(true);
});

test('a format the thread does not know is refused', async () => {
  expect((await readAll('pdf')).error).toEqual({ code: 'import.not-a-table', params: { file: 'evil.bin' } });
});

test('a file that fails while it is read says so itself', async () => {
  const chunks = (async function* broken(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array([1]);
    throw new Failure('import.file-changed', { file: 'evil.bin' });
  })();
  expect((await readAll('camt', { chunks })).error).toEqual({
    code: 'import.file-changed',
    params: { file: 'evil.bin' },
  });
});

test('cancel ends a reader that never gives way, at once', async () => {
  let looks = 0;
  const breathe = async (): Promise<void> => {
    looks += 1;
    if (looks > 5) throw new Failure('jobs.cancelled');
  };
  const started = performance.now();
  expect((await readAll('xlsx', { breathe })).error).toEqual({ code: 'jobs.cancelled' });
  expect(performance.now() - started).toBeLessThan(HOSTILE.stuckMs);
});

test('whoever stops reading ends the thread', async () => {
  const seen = await withRowsApart(
    { format: 'xlsx' },
    reading(),
    async ({ batches }) => {
      for await (const batch of batches) return batch.length;
      return 0;
    },
    HOSTILE,
  );
  expect(seen).toBe(1);
});

test('an engine that takes its time is not taken for a stuck reader', async () => {
  const slow = { ...HOSTILE, stuckMs: 600 };
  const count = await withRowsApart(
    { format: 'camt' },
    reading(),
    async ({ batches }) => {
      let rows = 0;
      for await (const batch of batches) {
        if (rows === 0) await new Promise((resolve) => setTimeout(resolve, 1200));
        rows += batch.length;
      }
      return rows;
    },
    slow,
  );
  expect(count).toBe(25_500);
});

test('looking at a file is limited like reading it', async () => {
  const source = memorySource('evil.bin', new Uint8Array([1]));
  await expect(lookApart({ format: 'xlsx' }, source, {}, HOSTILE)).rejects.toMatchObject({
    error: { code: 'import.reader-stuck', params: { file: 'evil.bin' } },
  });
});

test('a registered reader gives the same rows in a thread as in the engine', async () => {
  const bytes = readFileSync(join(FIXTURES, 'track.gpx'));
  const source = memorySource('track.gpx', bytes);
  const here: SourceRow[] = [];
  const stream = await gpx.read(source.chunks(), SPECIFICATION, source.name);
  for await (const batch of stream.batches) here.push(...batch);
  // The second one gets the thread that stands ready since the first has ended.
  for (let turn = 0; turn < 2; turn += 1) {
    const there: SourceRow[] = [];
    const columns = await withRowsApart(
      gpx,
      reading({ name: source.name, chunks: source.chunks() }),
      async (rows) => {
        for await (const batch of rows.batches) there.push(...batch);
        return rows.columns;
      },
      READER_LIMITS,
    );
    expect(columns).toEqual(stream.columns);
    expect(there).toEqual(here);
    expect(there.length).toBeGreaterThan(0);
  }
});
