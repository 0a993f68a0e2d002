import { expect, test } from 'vitest';
import { QUIET, undoImport } from '../../../../src/main/import/run.ts';
import { type Bench, bench, importPath } from './helpers.ts';

const HEADER = 'Place;Latitude;Longitude';
const positions = ({ database }: Bench) =>
  database.all(
    `SELECT place.name, place.latitude, place.longitude, entity.label FROM place
     JOIN entity ON entity.seq = place.entity_seq ORDER BY place.seq`,
  );

async function load(one: Bench, name: string, ...rows: string[]) {
  return importPath(one, one.write(name, `${[HEADER, ...rows].join('\n')}\n`));
}

const FIRST = { name: 'Склад', latitude: 47.1, longitude: 28.5, label: 'Склад' };
const SECOND = { name: 'Склад (46.90000, 28.20000)', latitude: 46.9, longitude: 28.2, label: 'Склад' };
const CONFLICT = { name: 'Склад', positions: ['47.10000, 28.50000', '46.90000, 28.20000'] };

test('a name that two files put at different coordinates keeps both, and the import says so', async () => {
  const one = bench();
  expect((await load(one, 'a.csv', 'Склад;47.1;28.5')).conflictingPlaces).toEqual([]);
  const report = await load(one, 'b.csv', 'Склад;46.9;28.2');
  expect(report.conflictingPlaces).toEqual([CONFLICT]);
  expect(positions(one)).toEqual([FIRST, SECOND]);
  const facts = one.database.all(
    `SELECT value, source.title FROM assertion JOIN source ON source.seq = source_seq
     WHERE property = 'latitude' ORDER BY assertion.seq`,
  );
  expect(facts.map((fact) => (fact as { value: string }).value)).toEqual(['47.1', '46.9']);
});

test('the same inside one file; a position measured twice is one', async () => {
  const one = bench();
  const report = await load(one, 'a.csv', 'Склад;47.1;28.5', 'Склад;47.10001;28.50001', 'Склад;46.9;28.2');
  expect(report.conflictingPlaces).toEqual([CONFLICT]);
  expect(positions(one)).toEqual([FIRST, SECOND]);
});

test('the undo of the second file takes its position away, the first stays', async () => {
  const one = bench();
  await load(one, 'a.csv', 'Склад;47.1;28.5');
  const { batchId } = await load(one, 'b.csv', 'Склад;46.9;28.2');
  await undoImport(one.context, batchId ?? '', QUIET);
  expect(positions(one)).toEqual([FIRST]);
});
