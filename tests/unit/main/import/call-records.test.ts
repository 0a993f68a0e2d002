import { expect, test } from 'vitest';
import { importHandlers } from '../../../../src/main/import/handlers.ts';
import { bench, importPath } from './helpers.ts';
import { sheetOf, workbook } from './readers/workbooks.ts';

const CALLS = `SELECT start_at, duration_seconds AS seconds, a.label AS caller, b.label AS called
  FROM event JOIN entity a ON a.seq = from_seq JOIN entity b ON b.seq = to_seq ORDER BY event.seq`;
const at = Date.UTC(2026, 2, 1, 10, 15, 30);

test.each([
  [
    'Ukrainian',
    'Тривалість, с;Азимут;Сота;IMSI;Час;Дата;Абонент Б;Напрямок;Абонент А',
    '75;120;255-1-7;255010000000001;12:15:30;01.03.2026;+380500000002;Вих. дзвінок;+380500000001',
    '10;120;255-1-7;255010000000001;12:15:30;01.03.2026;+380500000002;Вхідне SMS;+380500000001',
  ],
  [
    'Russian',
    'Азимут;Тип соединения;Номер Б;Номер А;Время;Дата;Длительность',
    '120;исходящий вызов;+380500000002;+380500000001;12:15:30;01.03.2026;75',
    '120;входящее SMS;+380500000002;+380500000001;12:15:30;01.03.2026;10',
  ],
  [
    'Romanian',
    'Ora;Data;Sens;Durata;Numar B;Azimut;Numar A',
    '12:15:30;01.03.2026;Apel ieșire;75;+380500000002;120;+380500000001',
    '12:15:30;01.03.2026;Apel intrare;10;+380500000002;120;+380500000001',
  ],
  [
    'English',
    'Called;Duration;Direction;Date;Time;Azimuth;Caller',
    '+380500000002;75;MOC;01.03.2026;12:15:30;120;+380500000001',
    '+380500000002;10;SMS-MT;01.03.2026;12:15:30;120;+380500000001',
  ],
])('%s call records in an order of their own, date and time apart', async (_, ...lines) => {
  const one = bench();
  const report = await importPath(one, one.write('a.csv', `${lines.join('\n')}\n`));
  expect(report).toMatchObject({ rows: 2, imported: 2, rejected: 0 });
  expect(one.database.all(CALLS)).toEqual([
    { start_at: at, seconds: 75, caller: '+380500000001', called: '+380500000002' },
    { start_at: at, seconds: 10, caller: '+380500000002', called: '+380500000001' },
  ]);
  const [{ properties } = { properties: '{}' }] = one.database.all<{ properties: string }>(
    'SELECT properties FROM event ORDER BY seq',
  );
  expect(JSON.parse(properties)).toMatchObject({ azimuth: '120' });
});

test('a list of cell towers is places', async () => {
  const one = bench();
  const text =
    'LAC;Cell ID;Азимут;Широта;Довгота;Адреса\n1;255-1-7;120;48,5;25,9;с. Вигадане\n1;255-1-8;;48,6;25,9;с. Інше\n';
  const report = await importPath(one, one.write('towers.csv', text));
  expect(report).toMatchObject({ rows: 2, imported: 2, entitiesNew: 2, events: 0 });
  expect(one.database.all(`SELECT label FROM entity ORDER BY seq`)).toEqual([
    { label: '255-1-7' },
    { label: '255-1-8' },
  ]);
});

test('numbers a spreadsheet shortened name no phone', async () => {
  const one = bench();
  const text = 'Caller,Called,Start,Duration\n3.80671E+11,+380500000002,2026-03-01 10:00,5\n';
  const report = await importPath(one, one.write('a.csv', text));
  expect(report).toMatchObject({ imported: 0, rejectedByReason: { 'digits-lost': 1 } });
});

test('a sheet of a phone examination: one other party, the way in a column named “Type”, offsets in brackets', async () => {
  const one = bench();
  const report = workbook(
    {
      Summary: sheetOf([['Examination 1'], ['Device', 'Invented phone']]),
      'Call Log': sheetOf([
        ['Звіт про огляд'],
        ['#', 'Name', 'Phone', 'Time', 'Duration', 'Type'],
        ['1', 'Олена', '+380500000002', '01/03/2026 12:15:30(UTC+2)', '00:01:15', 'Incoming'],
        ['2', 'Олена', '+380500000002', '01.03.2026 12:15:30 (UTC+02:00)', '00:00:10', 'Outgoing'],
        ['3', 'Іон', '+380500000003', '2026-03-01 10:15:30 UTC', '00:00:00', 'Missed'],
      ]),
      Contacts: sheetOf([
        ['Name', 'Phone'],
        ['Олена Вигадана', '+380500000002'],
        ['Ion Inventat', '+380500000003'],
      ]),
    },
    'xlsx',
  );
  const path = one.write('Phone of Petrenko.xlsx', report);
  const inspect = (part: string) =>
    importHandlers['import.inspect'](one.context, { path, reading: { part } });
  const calls = await inspect('Call Log');
  expect(calls.parts.map(({ name, rows }) => [name, rows])).toEqual([
    ['Summary', 0],
    ['Call Log', 3],
    ['Contacts', 2],
  ]);
  expect(await importPath(one, path, calls.suggested)).toMatchObject({ rows: 3, imported: 3, events: 3 });
  expect(one.database.all(CALLS)).toEqual([
    { start_at: at, seconds: 75, caller: '+380500000002', called: 'Phone of Petrenko' },
    { start_at: at, seconds: 10, caller: 'Phone of Petrenko', called: '+380500000002' },
    { start_at: at, seconds: 0, caller: '+380500000003', called: 'Phone of Petrenko' },
  ]);
  const contacts = await inspect('Contacts');
  expect(await importPath(one, path, contacts.suggested)).toMatchObject({
    rows: 2,
    imported: 2,
    entitiesNew: 2,
    entitiesKnown: 2,
  });
});
