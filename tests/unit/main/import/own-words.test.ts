import { expect, test } from 'vitest';
import { QUIET, undoImport } from '../../../../src/main/import/run.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { type Bench, bench, contentHash, importPath } from './helpers.ts';

async function names({ context, fileId }: Bench, text: string): Promise<string[]> {
  const { hits } = await storeHandlers['search.query'](context, { fileId, text, limit: 10 });
  return hits.map(({ entity }) => entity.label);
}

test('after an un-import the search finds nobody by a name only that file gave', async () => {
  const one = bench();
  const list = (name: string, ...rows: string[]) =>
    one.write(name, ['Full name,Personal number', ...rows, ''].join('\n'));
  await importPath(one, list('first.csv', 'Ion Zugravu,2004001000013'));
  const before = contentHash(one.database);
  const { batchId } = await importPath(
    one,
    list('second.csv', 'Griffin Kestrel,2004001000013', 'Petru Hulub,2004001000021'),
  );
  expect(await names(one, 'Kestrel')).toEqual(['Ion Zugravu']);
  expect(await names(one, 'Hulub')).toEqual(['Petru Hulub']);
  await undoImport(one.context, batchId ?? '', QUIET);
  expect(await names(one, 'Kestrel')).toEqual([]);
  expect(await names(one, 'Hulub')).toEqual([]);
  expect(await names(one, 'Zugravu')).toEqual(['Ion Zugravu']);
  expect(contentHash(one.database)).toBe(before);
});

test('one thing named by two of its own numbers is one end of every row, and taken back whole', async () => {
  const one = bench();
  const calls = (name: string, ...rows: string[]) =>
    one.write(name, ['caller,called,start', ...rows, ''].join('\n'));
  await importPath(one, calls('first.csv', '+37369000001,+37369000009,2026-07-15 12:00:00'));
  const { seq, file_seq } = one.database.one<{ seq: number; file_seq: number }>(
    "SELECT seq, file_seq FROM entity WHERE label = '+37369000001'",
  ) ?? { seq: 0, file_seq: 0 };
  one.database.run(
    "INSERT INTO identifier (file_seq, kind, value, entity_seq, raw, check_result) VALUES (?, 'phone', '+37369000002', ?, '+37369000002', 'valid')",
    file_seq,
    seq,
  );
  const before = contentHash(one.database);
  const report = await importPath(
    one,
    calls(
      'second.csv',
      '+37369000001,+37369000002,2026-07-15 12:10:00',
      '+37369000002,+37369000009,2026-07-15 12:20:00',
      '+37369000009,+37369000001,2026-07-15 12:30:00',
    ),
  );
  expect(report).toMatchObject({ imported: 3, rejected: 0, entitiesNew: 0, entitiesKnown: 2 });
  const ends = one.database.all<{ a: number; b: number }>(
    'SELECT from_seq AS a, to_seq AS b FROM event ORDER BY start_at',
  );
  expect(ends.filter(({ a, b }) => a === seq || b === seq)).toHaveLength(4);
  await undoImport(one.context, report.batchId ?? '', QUIET);
  expect(contentHash(one.database)).toBe(before);
});
