import { expect, test } from 'vitest';
import { QUIET, redoBatch, undoImport } from '../../../../src/main/import/run.ts';
import { findPairs } from '../../../../src/main/matching/find.ts';
import { matchingHandlers } from '../../../../src/main/matching/handlers.ts';
import { type Bench, bench, importPath } from '../import/helpers.ts';

const PEOPLE = (name: string): string =>
  ['Full name;Passport;Date of birth', `${name};MD A1234567;12.03.1984`].join('\n');
const CARS = 'Number plate;VIN;Colour\nABC 123;;grey\n';

async function fromFile(one: Bench, name: string, content: string) {
  return importPath(one, one.write(name, content), { country: 'MD' });
}

const count = ({ database }: Bench, type: string): number =>
  database.one<{ n: number }>('SELECT count(*) AS n FROM entity WHERE type = ?', type)?.n ?? 0;

function ids({ database }: Bench, type: string): string[] {
  return database
    .all<{ id: string }>('SELECT id FROM entity WHERE type = ? ORDER BY seq', type)
    .map(({ id }) => id);
}

function setRule({ context, fileId }: Bench, type: 'person' | 'vehicle', kind: string, joins: boolean) {
  return matchingHandlers['matching.setRule'](context, { fileId, type, kind, joins });
}

test('the same number is the same thing as delivered, and another one where its rule is off', async () => {
  const one = bench();
  await fromFile(one, 'a.csv', CARS);
  await fromFile(one, 'b.csv', CARS);
  expect(count(one, 'vehicle')).toBe(1);
  await setRule(one, 'vehicle', 'plate', false);
  await fromFile(one, 'c.csv', CARS);
  expect(count(one, 'vehicle')).toBe(2);
});

test('where a rule is off the pair comes to the review instead', async () => {
  const one = bench();
  await setRule(one, 'vehicle', 'plate', false);
  await fromFile(one, 'a.csv', CARS);
  const { batchId } = await fromFile(one, 'b.csv', CARS);
  const found = await findPairs(one.context, 1, { batchIds: [batchId ?? ''] }, QUIET);
  expect(found).toEqual({ looked: 1, pairs: 1 });
});

test('an import taken back is read again by the rules it was read by', async () => {
  const one = bench();
  await fromFile(one, 'a.csv', CARS);
  await setRule(one, 'vehicle', 'plate', false);
  const { batchId } = await fromFile(one, 'b.csv', CARS);
  const before = ids(one, 'vehicle');
  expect(before).toHaveLength(2);
  await undoImport(one.context, batchId ?? '', QUIET);
  await setRule(one, 'vehicle', 'plate', true);
  one.database.execute('BEGIN');
  await redoBatch(one.database, batchId ?? '', null);
  one.database.execute('COMMIT');
  expect(ids(one, 'vehicle')).toEqual(before);
});

test('a decision holds when the same people come in again, by another file too', async () => {
  const one = bench();
  await fromFile(one, 'a.csv', PEOPLE('Олександр Ткачук'));
  await setRule(one, 'person', 'document-number', false);
  await fromFile(one, 'b.csv', PEOPLE('Alexandru Tcaciuc'));
  await setRule(one, 'person', 'document-number', true);
  const [left = '', right = ''] = ids(one, 'person');
  expect(await findPairs(one.context, 1, {}, QUIET)).toMatchObject({ pairs: 1 });
  await matchingHandlers['matching.decide'](one.context, {
    leftId: left,
    rightId: right,
    decision: 'different',
  });
  const again = await fromFile(one, 'c.csv', PEOPLE('Олександр Ткачук'));
  expect(again.entitiesNew).toBe(0);
  expect(await findPairs(one.context, 1, { batchIds: [again.batchId ?? ''] }, QUIET)).toMatchObject({
    pairs: 0,
  });
  expect(await findPairs(one.context, 1, {}, QUIET)).toMatchObject({ pairs: 0 });
  const news = await fromFile(one, 'd.csv', PEOPLE('Саша Ткачук'));
  expect(news.entitiesNew).toBe(0);
  expect(await findPairs(one.context, 1, { batchIds: [news.batchId ?? ''] }, QUIET)).toMatchObject({
    pairs: 1,
  });
});
