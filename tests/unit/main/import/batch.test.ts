import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Failure } from '../../../../src/core/result.ts';
import { importHandlers } from '../../../../src/main/import/handlers.ts';
import { importFile, QUIET, undoImport } from '../../../../src/main/import/run.ts';
import { redo, undo } from '../../../../src/main/store/journal.ts';
import { BY } from '../../../helpers/database.ts';
import { bench, contentHash, FIXTURES, importPath, suggested } from './helpers.ts';

const CALLS = join(FIXTURES, 'calls-windows-1251.csv');
const HEAD = 'caller,called,start,duration,imei';
function callList(rows: number, shift = 0): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const [from, to] = [at % 7, (at * 3 + 1 + shift) % 11];
    return `+38050000000${from},+3736000000${to % 10},2026-07-15 12:${String(at % 60).padStart(2, '0')}:00,${at},49015420323751${at % 4}`;
  });
  return [HEAD, ...lines, ''].join('\n');
}
const fileSeq = 1;

test('undo gives back exactly what was before, redo exactly what was after, with the same ids', async () => {
  const one = bench();
  await importPath(one, one.write('first.csv', callList(40)));
  const before = contentHash(one.database);
  await importPath(one, one.write('second.csv', callList(60, 4)));
  const after = contentHash(one.database);
  expect(after).not.toBe(before);
  await undo(one.database, fileSeq, BY);
  expect(contentHash(one.database)).toBe(before);
  await redo(one.database, fileSeq, BY);
  expect(contentHash(one.database)).toBe(after);
});

test('un-import of an older batch is itself a command that can be undone', async () => {
  const one = bench();
  const first = await importPath(one, one.write('first.csv', callList(20)));
  const report = await importPath(one, CALLS);
  const after = contentHash(one.database);
  const undone = await undoImport(one.context, first.batchId ?? '', QUIET);
  expect(undone.events).toBe(20);
  expect(one.database.one<{ n: number }>('SELECT count(*) AS n FROM event')?.n).toBe(report.events);
  await undo(one.database, fileSeq, BY);
  expect(one.database.one<{ n: number }>('SELECT count(*) AS n FROM event')?.n).toBe(report.events + 20);
  expect(after).toHaveLength(64);
});

test('what another import uses since stays and belongs to it', async () => {
  const one = bench();
  const first = await importPath(one, one.write('first.csv', callList(20)));
  await importPath(one, one.write('second.csv', callList(10)));
  const undone = await undoImport(one.context, first.batchId ?? '', QUIET);
  expect(undone.kept).toBeGreaterThan(0);
  const orphans = one.database.all(
    'SELECT event.seq FROM event LEFT JOIN entity ON entity.seq = event.from_seq WHERE entity.seq IS NULL',
  );
  expect(orphans).toEqual([]);
  const { lastEntry } = {
    lastEntry: one.database.one<{ n: number }>(`SELECT count(*) AS n FROM batch WHERE state = 'done'`),
  };
  expect(lastEntry?.n).toBe(1);
});

test('one number in two files is one entity, once in the totals of each batch', async () => {
  const one = bench();
  const first = await importPath(one, one.write('first.csv', callList(30)));
  const second = await importPath(one, one.write('second.csv', callList(30)));
  expect(second.entitiesNew).toBe(0);
  expect(second.entitiesKnown).toBe(first.entitiesNew);
  const totals = one.database.one<{ n: number }>(
    `SELECT sum(count) AS n FROM link_summary WHERE type = 'called'`,
  );
  expect(totals?.n).toBe(60);
});

test('a dry run says the same as the import and changes nothing', async () => {
  const one = bench();
  const path = one.write('calls.csv', callList(50));
  const before = contentHash(one.database);
  const dry = await importPath(one, path, {}, true);
  expect(contentHash(one.database)).toBe(before);
  expect(one.database.all('SELECT * FROM attachment')).toEqual([]);
  const real = await importPath(one, path);
  expect({ ...dry, seconds: 0 }).toEqual({ ...real, seconds: 0, dryRun: true, batchId: null });
});

test('cancelled in the middle: nothing changed', async () => {
  const one = bench();
  const path = one.write('calls.csv', callList(5000));
  const specification = await suggested(one, path);
  const before = contentHash(one.database);
  let turns = 0;
  const progress = {
    ...QUIET,
    breathe: async () => {
      turns += 1;
      if (turns > 1) throw new Failure('jobs.cancelled');
    },
  };
  const run = importFile(one.context, { fileId: one.fileId, path, specification, dryRun: false, progress });
  await expect(run).rejects.toMatchObject({ error: { code: 'jobs.cancelled' } });
  expect(contentHash(one.database)).toBe(before);
  expect(one.database.all('SELECT * FROM batch')).toEqual([]);
});

test('rows in = rows imported + rows rejected, whatever is in the table', async () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '+380500000001',
      '0500000002',
      '2026-07-15 12:00:00',
      '15.07.2026',
      '75',
      '"',
      'a "b"',
      'x;y',
      '\uFFFD',
    ),
    fc.string({ maxLength: 12 }),
  );
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 25 });
  const one = bench();
  const specification = await suggested(one, one.write('shape.csv', callList(5)));
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const quoted = rows.map((row) =>
        row.map((text) => `"${text.replaceAll('"', '""').replaceAll('\0', '')}"`).join(','),
      );
      const path = one.write('random.csv', [HEAD, ...quoted].join('\r\n'));
      const report = await importFile(one.context, {
        fileId: one.fileId,
        path,
        specification,
        dryRun: true,
        progress: QUIET,
      });
      expect(report.rows).toBe(rows.length);
      expect(report.imported + report.rejected).toBe(rows.length);
      expect(Object.values(report.rejectedByReason).reduce((sum, count) => sum + count, 0)).toBe(
        report.rejected,
      );
    }),
    { numRuns: 40 },
  );
});

test('rejected rows, batches, saved specifications and duplicates through the handlers', async () => {
  const one = bench();
  const { context, fileId } = one;
  const path = one.write('calls.csv', `${callList(3)}+380500000001,+37360000001,soon,5,\n`);
  const { batchId } = await importPath(one, path);
  const rejected = await importHandlers['import.rejected'](context, {
    batchId: batchId ?? '',
    offset: 0,
    limit: 10,
  });
  expect(rejected).toMatchObject({
    total: 1,
    rows: [{ line: 5, column: 'start', code: 'time-unreadable', value: 'soon' }],
  });
  expect(rejected.rows[0]?.message).toContain('time');
  const { batches } = await importHandlers['import.batches'](context, { fileId });
  expect(batches).toMatchObject([{ id: batchId, imported: 3, rejected: 1, rows: 4, state: 'done' }]);
  expect((await importHandlers['import.inspect'](context, { path })).duplicateOf).toBe(batchId);
  const specification = await suggested(one, path, { name: 'Operator X' });
  await importHandlers['specification.save'](context, { specification });
  const reordered = one.write(
    'other.csv',
    'imei,duration,start,called,caller\n,5,2026-07-15 12:00:00,+37360000001,+380500000001\n',
  );
  const inspection = await importHandlers['import.inspect'](context, { path: reordered });
  expect(inspection).toMatchObject({ suggestedFrom: 'saved', quality: 1, suggested: { name: 'Operator X' } });
  expect(await importPath(one, reordered)).toMatchObject({ imported: 1, rejected: 0 });
  const preview = await importHandlers['import.preview'](context, { path, specification, limit: 10 });
  expect(preview.rows.map(({ problems }) => problems.length)).toEqual([0, 0, 0, 1]);
});
