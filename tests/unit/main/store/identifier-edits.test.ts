import { expect, test } from 'vitest';
import { entityDetail } from '../../../../src/main/store/entity-detail.ts';
import { editEntity, identifiersOf } from '../../../../src/main/store/entity-edits.ts';
import { bench, importPath } from '../import/helpers.ts';

/** One vehicle of a Moldovan plate in a file read as Ukrainian. */
async function vehicle() {
  const one = bench();
  const path = one.write('vehicles.csv', 'Plate;Country;VIN\nАBC 123;MD;1M8GDM9A1KP042788\n');
  await importPath(one, path, { country: 'UA' });
  const row = one.database.one<{ id: string; seq: number; file_seq: number }>(
    `SELECT id, seq, file_seq FROM entity WHERE type = 'vehicle'`,
  );
  if (row === undefined) throw new Error('no vehicle');
  return { database: one.database, row };
}

test('a fact that is an identifier says what was checked, another says nothing', async () => {
  const { database, row } = await vehicle();
  const { facts } = entityDetail(database, row.id, true, () => 'protected');
  const keys = (property: string | null): string[][] =>
    facts.filter((fact) => fact.property === property).map(({ explain }) => explain.map(({ key }) => key));
  expect(keys('plate')).toEqual([['identifier:shapeOf', 'identifier:folded']]);
  expect(keys('vin')).toEqual([['identifier:checkWrong']]);
  expect(keys(null).flat()).toEqual([]);
});

test('reasons of other rules than those it was read by are not shown', async () => {
  const { database, row } = await vehicle();
  database.run(`UPDATE identifier SET check_result = 'valid' WHERE kind = 'vin'`);
  const { facts } = entityDetail(database, row.id, true, () => 'protected');
  expect(facts.find(({ property }) => property === 'vin')).toMatchObject({ check: 'valid', explain: [] });
});

test('what stays in the list keeps the country it was read for', async () => {
  const { database, row } = await vehicle();
  const before = identifiersOf(database, row.seq);
  const identifiers = [
    ...before.map(({ kind, raw }) => ({ kind, raw })),
    { kind: 'phone', raw: '+37360000001' },
  ];
  editEntity(database, row, { entityId: row.id, identifiers });
  expect(identifiersOf(database, row.seq)).toEqual(expect.arrayContaining(before));
  expect(identifiersOf(database, row.seq)).toHaveLength(before.length + 1);
});

test('a kind nobody knows is refused, one a file brought stays', async () => {
  const { database, row } = await vehicle();
  const add = (kind: string, raw: string): void =>
    editEntity(database, row, { entityId: row.id, identifiers: [{ kind, raw }] });
  expect(() => add('shoe-size', '42')).toThrow('store.identifier-kind-unknown');
  database.run(
    `INSERT INTO identifier (file_seq, kind, value, entity_seq, raw, check_result) VALUES (?, 'shoe-size', '42', ?, '42', 'format-unknown')`,
    row.file_seq,
    row.seq,
  );
  add('shoe-size', '42');
  expect(identifiersOf(database, row.seq)).toEqual([
    { kind: 'shoe-size', raw: '42', country: '', value: '42', check: 'format-unknown' },
  ]);
});
