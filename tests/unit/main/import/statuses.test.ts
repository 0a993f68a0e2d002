import { expect, test } from 'vitest';
import { disclose } from '../../../../src/core/evidence/disclosure.ts';
import { collect } from '../../../../src/main/exchange/collect.ts';
import { QUIET, undoImport } from '../../../../src/main/import/run.ts';
import { redo, undo } from '../../../../src/main/store/journal.ts';
import '../../../../src/main/import/journal-kinds.ts';
import { entityDetail } from '../../../../src/main/store/entity-detail.ts';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { BY } from '../../../helpers/database.ts';
import { type Bench, bench, contentHash, importPath } from './helpers.ts';

const REGISTER = [
  'ПІБ;Дата народження;Статус;Телефон;Державний номер',
  'Єременко Єва Петрівна;12.03.1991;потерпіла;+380671112233;',
  'Țurcanu Ștefan;01.02.1988;martor;+37369000001;',
  'Ковальчук Тарас;05.05.1985;підозрюваний;+380501112244;AA1234BB',
  'Мороз Іван;07.07.1979;фрілансер;;',
  'Гнатюк Соня;2015;;+380671112299;',
].join('\n');

const people = ({ database }: Bench) =>
  database.all(
    "SELECT label, status, minor, protected_number IS NOT NULL AS shut, uncategorised_since IS NOT NULL AS waiting FROM entity WHERE type = 'person' ORDER BY seq",
  );

test('a register protects its victims, witnesses and minors at once, and says which words it does not know', async () => {
  const one = bench();
  const report = await importPath(one, one.write('люди.csv', REGISTER));
  expect(report).toMatchObject({ rows: 5, rejected: 0, unknownStatuses: { фрілансер: 1 } });
  expect(people(one)).toEqual([
    { label: 'Єременко Єва Петрівна', status: 'victim', minor: 0, shut: 1, waiting: 0 },
    { label: 'Țurcanu Ștefan', status: 'witness', minor: 0, shut: 1, waiting: 0 },
    { label: 'Ковальчук Тарас', status: 'suspect', minor: 0, shut: 0, waiting: 0 },
    { label: 'Мороз Іван', status: null, minor: 0, shut: 0, waiting: 1 },
    { label: 'Гнатюк Соня', status: null, minor: 1, shut: 1, waiting: 1 },
  ]);
  expect(one.database.all("SELECT count(*) AS n FROM entity WHERE type = 'phone'")).toEqual([{ n: 4 }]);
  expect(one.database.all("SELECT count(*) AS n FROM entity WHERE type = 'vehicle'")).toEqual([{ n: 1 }]);
});

test('none of them, nor their numbers, leaves in a package', async () => {
  const one = bench();
  await importPath(one, one.write('люди.csv', REGISTER));
  const selection = {
    fileId: one.fileId,
    entityIds: null,
    chartId: null,
    period: null,
    recipients: ['RO'],
    purpose: 'x',
    released: [],
  };
  const { data, surroundings } = await collect(one.database, selection, async () => undefined);
  const leaves = disclose(data, { recipients: ['RO'], permissions: [], released: [], surroundings });
  const text = JSON.stringify(leaves.data);
  for (const word of ['Єременко', 'Țurcanu', 'Гнатюк', '380671112233', '37369000001', '380671112299'])
    expect(text).not.toContain(word);
  expect(text).toContain('Ковальчук Тарас');
});

test('undo takes the statuses back, redo brings them again, and a later decision of a person stays', async () => {
  const one = bench();
  const before = contentHash(one.database);
  await importPath(one, one.write('люди.csv', REGISTER));
  const after = contentHash(one.database);
  const file = one.database.one<{ seq: number }>('SELECT seq FROM analysis_file')?.seq ?? 0;
  await undo(one.database, file, BY);
  expect(contentHash(one.database)).toBe(before);
  expect(one.database.all('SELECT * FROM person_status')).toEqual([]);
  await redo(one.database, file, BY);
  expect(contentHash(one.database)).toBe(after);
  const suspect =
    one.database.one<{ id: string }>("SELECT id FROM entity WHERE status = 'suspect'")?.id ?? '';
  await storeHandlers['entity.setStatus'](one.context, {
    entityId: suspect,
    status: 'convicted',
    minor: false,
  });
  const batch = one.database.one<{ id: string }>('SELECT id FROM batch')?.id ?? '';
  await undoImport(one.context, batch, QUIET);
  expect(people(one)).toMatchObject([{ label: 'Ковальчук Тарас', status: 'convicted' }]);
});

test('a second register protects who was known already, and does not overrule what a person decided', async () => {
  const one = bench();
  const head = 'Прізвище;Імя;РНОКПП;Статус\n';
  await importPath(
    one,
    one.write('a.csv', `${head}Єременко;Єва;1759013776;\nМороз;Іван;2530414071;свідок\n`),
  );
  const [eva, ivan] = one.database
    .all<{ id: string }>("SELECT id FROM entity WHERE type = 'person' ORDER BY seq")
    .map((row) => row.id);
  await storeHandlers['entity.setStatus'](one.context, {
    entityId: ivan ?? '',
    status: 'suspect',
    minor: false,
  });
  await importPath(
    one,
    one.write('b.csv', `${head}Єременко;Єва;1759013776;потерпіла\nМороз;Іван;2530414071;потерпілий\n`),
  );
  const status = (id = '') => one.database.one('SELECT status FROM entity WHERE id = ?', id);
  expect(status(eva)).toEqual({ status: 'victim' });
  expect(status(ivan)).toEqual({ status: 'suspect' });
});

test('every number and every spelling of a name is a fact with its row', async () => {
  const one = bench();
  const rows = [
    'Nume;Prenume;Pașaport;IBAN',
    'Țurcanu;Ștefan;AB1234567;MD24AG000225100013104168',
    'Ceban;Ana;AB7654321;',
    'Turcanu;Stefan;AB1234567;MD24AG000225100013104169',
  ].join('\n');
  await importPath(one, one.write('registru.csv', rows));
  const facts = one.database.all(
    `SELECT property, value, source_row FROM assertion JOIN entity ON entity.seq = assertion.entity_seq
     WHERE entity.label = 'Țurcanu Ștefan' AND property IN ('name', 'document-number') ORDER BY assertion.seq`,
  );
  expect(facts).toEqual([
    { property: 'document-number', value: 'AB1234567', source_row: 2 },
    { property: 'name', value: 'Țurcanu Ștefan', source_row: 2 },
    { property: 'name', value: 'Turcanu Stefan', source_row: 4 },
  ]);
  const account = one.database.one<{ id: string }>(
    "SELECT entity.id FROM entity JOIN identifier ON identifier.entity_seq = entity.seq WHERE check_result = 'check-failed'",
  );
  const detail = entityDetail(one.database, account?.id ?? '', false, () => '');
  expect(detail.facts).toContainEqual(expect.objectContaining({ property: 'iban', check: 'check-failed' }));
});
