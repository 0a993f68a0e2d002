import { expect, test } from 'vitest';
import { listedVault, TERMS } from '../../../helpers/lists.ts';

const WANTED = `Reference;Surname;Given name;Date of birth;Nationality;Passport;Issuing country;Note
W-1;Ткачук;Олександр;14.03.1985;Україна;FE123456;UA;armed
W-2;Ботнару;Іон;1979;Молдова;;;
W-3;;;;;AB7654321;MD;paper only
`;
const PEOPLE = `Full name,Date of birth,Passport,Issuing country
Alexandru Tcaciuc,1985-03-14,,
Ion Botnaru,02.05.1979,,
Maria Nobody,1990-01-01,AB7654321,MD
Petro Unrelated,1966-07-07,,
`;

test('a new list is matched with what the vault holds, across alphabets, by number and with a partial date', async () => {
  const { importTable, write, load, hits } = await listedVault();
  await importTable('people.csv', PEOPLE);
  const { report, match } = await load(write('wanted.csv', WANTED));
  expect(report).toMatchObject({ rows: 3, entries: 3, rejected: 0 });
  expect(match).toMatchObject({ found: 3, fresh: 3, skipped: [] });
  const { rows, counts } = await hits();
  expect(counts).toEqual({ open: 3, confirmed: 0, dismissed: 0 });
  expect(rows.map(({ entity, reference }) => [entity.label, reference]).sort()).toEqual([
    ['Alexandru Tcaciuc', 'W-1'],
    ['Ion Botnaru', 'W-2'],
    ['Maria Nobody', 'W-3'],
  ]);
});

test('an import is matched with the lists that are there, without being asked for', async () => {
  const { importTable, write, load, hits, ask, fileId } = await listedVault();
  const { match } = await load(write('wanted.csv', WANTED));
  expect(match.found).toBe(0);
  await importTable('people.csv', PEOPLE);
  expect((await hits()).total).toBe(3);
  expect(await ask('list.refresh', { fileId })).toEqual({ open: 3, jobId: null });
});

test('both sides are told word by word, with reasons', async () => {
  const { importTable, write, load, hits, ask } = await listedVault();
  await importTable('people.csv', PEOPLE);
  await load(write('wanted.csv', WANTED));
  const hit = (await hits()).rows.find(({ reference }) => reference === 'W-1');
  const detail = await ask('list.hit', { hitId: hit?.id ?? '' });
  expect(detail.reasons.map(({ key }) => key)).toContain('lists:reason.birth-same');
  expect(detail.note).toBe('armed');
  expect(detail.raw).toContainEqual({ column: 'Passport', value: 'FE123456' });
  const names = detail.compared.find(({ what }) => what.key === 'types:property.name');
  expect(names?.entry.flat().map(({ text }) => text)).toEqual(['Ткачук', 'Олександр']);
  expect(names?.entry.flat().every(({ differs }) => !differs)).toBe(true);
});

test('a number of another country is another number, one without a country a possible one', async () => {
  const { importTable, write, load, hits } = await listedVault();
  await importTable(
    'people.csv',
    'Full name,Passport,Issuing country\nAnna One,AB1234567,RO\nInna Two,AB1234567,\n',
  );
  await load(write('papers.csv', 'Reference;Passport;Issuing country\nD-1;AB1234567;MD\n'), {
    list: { ...TERMS, kind: 'documents', name: 'Stolen papers' },
  });
  const { rows } = await hits();
  expect(rows.map(({ entity }) => entity.label)).toEqual(['Inna Two']);
  expect(rows[0]?.score).toBe(0.9);
});

test('an expired list does not match, and says so; prolonged it matches with the next run', async () => {
  const { importTable, write, load, hits, ask, engine } = await listedVault();
  await importTable('people.csv', PEOPLE);
  const { match, listId } = await load(write('wanted.csv', WANTED), { validTo: '2020-06' });
  expect(match).toMatchObject({ found: 0, skipped: [{ name: TERMS.name, standing: 'expired' }] });
  expect((await ask('list.all', {})).lists[0]?.versions[0]?.standing).toBe('expired');
  await ask('list.change', { listId, ...TERMS, validFrom: null, validTo: null });
  const { jobId } = await ask('list.run', {});
  await engine.context.jobs.finished(jobId);
  expect((await hits()).total).toBe(3);
});

test('other analysis files are told as a number and a reference only', async () => {
  const { importTable, write, load, hits, newFile, fileId } = await listedVault();
  const other = await newFile('CAF-2026-002');
  await importTable('people.csv', PEOPLE, other);
  await load(write('wanted.csv', WANTED));
  const { rows, elsewhere } = await hits(fileId);
  expect(rows).toEqual([]);
  expect(elsewhere).toEqual([{ fileReference: 'CAF-2026-002', open: 3 }]);
});

test('a person who is protected is told as one on a list, without name, number or entry', async () => {
  const { importTable, write, load, hits, ask } = await listedVault();
  const [head, first, ...others] = PEOPLE.trim().split('\n');
  const people = [`${head},Status`, `${first},victim`, ...others.map((row) => `${row},suspect`), ''];
  await importTable('people.csv', people.join('\n'));
  await load(write('wanted.csv', WANTED));
  const { rows } = await hits();
  const shut = rows.find(({ entity }) => entity.protected);
  expect(shut).toMatchObject({ entry: '', reference: '' });
  expect(JSON.stringify(shut)).not.toMatch(/Tcaciuc|Ткачук|W-1/);
  const closed = await ask('list.hit', { hitId: shut?.id ?? '' });
  expect(closed).toMatchObject({ isShut: true, reasons: [], compared: [], raw: [] });
  expect(JSON.stringify(closed)).not.toMatch(/Tcaciuc|Ткачук|FE123456/);
  const opened = await ask('list.hit', { hitId: shut?.id ?? '', reason: 'asked by the court' });
  expect(opened.hit.reference).toBe('W-1');
  const log = await ask('audit.list', { offset: 0, limit: 5 });
  expect(log.rows[0]).toMatchObject({ action: 'view-protected', reason: 'asked by the court' });
});

test('a comparison that is cancelled changes nothing', async () => {
  const { importTable, write, load, hits, ask, engine } = await listedVault();
  const many = Array.from({ length: 3000 }, (_, at) => `Ion Botnaru ${at},1979-05-02,,`);
  await importTable('people.csv', `${PEOPLE}${many.join('\n')}\n`);
  const { listId } = await load(write('wanted.csv', WANTED), { validTo: '2020' });
  await ask('list.change', { listId, ...TERMS, validFrom: null, validTo: null });
  const { jobId } = await ask('list.run', {});
  await ask('jobs.cancel', { jobId });
  expect((await engine.context.jobs.finished(jobId)).state).toBe('cancelled');
  expect((await hits()).total).toBe(0);
});
