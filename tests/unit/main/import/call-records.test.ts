import { expect, test } from 'vitest';
import { bench, importPath } from './helpers.ts';

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
