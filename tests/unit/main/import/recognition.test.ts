import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isCompanyName } from '../../../../src/main/import/legal-form.ts';
import { bench, FIXTURES, importPath, suggested } from './helpers.ts';

const fixture = (name: string): string => join(FIXTURES, name);

test('a register of people is one, also with cars in it: who has none is not rejected', async () => {
  const one = bench();
  const report = await importPath(one, fixture('register-persons-ro.csv'));
  expect(report).toMatchObject({ rows: 3, imported: 3, rejected: 0 });
  expect(one.database.all('SELECT type, count(*) AS n FROM entity GROUP BY type ORDER BY type')).toEqual([
    { type: 'person', n: 3 },
    { type: 'phone', n: 4 },
    { type: 'vehicle', n: 1 },
  ]);
  expect(one.database.all('SELECT type, count(*) AS n FROM link GROUP BY type ORDER BY type')).toEqual([
    { type: 'owns', n: 1 },
    { type: 'uses', n: 4 },
  ]);
});

test('a table of times, numbers and coordinates is a way of that phone', async () => {
  const one = bench();
  const report = await importPath(one, fixture('positions.csv'));
  expect(report).toMatchObject({ imported: 2, rejected: 0, events: 2, entitiesNew: 1 });
  expect(
    one.database.all(
      'SELECT event.type, label, latitude FROM event JOIN entity ON entity.seq = from_seq ORDER BY event.seq',
    ),
  ).toEqual([
    { type: 'position', label: '+380670000001', latitude: 48.07862 },
    { type: 'position', label: '+380670000001', latitude: 48.49025 },
  ]);
});

test.each(['Tracker', 'IMEI', 'Plate', 'Абонент'])('positions of a %s are recognised', async (column) => {
  const one = bench();
  const path = one.write(
    'a.csv',
    `Time,${column},Latitude,Longitude\n2026-03-01 10:00,356000000000008,47.1,28.2\n`,
  );
  const { events } = await suggested(one, path);
  expect(events.map(({ type }) => type)).toEqual(['position']);
});

test.each(['Адреса базової станції', 'Адрес БС', 'Адреса БС', 'Adresa stației'])(
  '«%s» is the place of a call',
  async (column) => {
    const one = bench();
    const path = one.write(
      'a.csv',
      `Номер А;Номер Б;Дата та час;${column}\n0670000001;0500000002;01.03.2026 08:36;м. Вигадане, 1\n`,
    );
    const { events } = await suggested(one, path);
    expect(events.map(({ type, place }) => [type, place?.columns])).toEqual([['call', [column]]]);
  },
);

test('accounts that are no IBAN are accounts, and each row says whether a company or a person has it', async () => {
  const one = bench();
  const report = await importPath(one, fixture('payments-local-koi8-u.csv'));
  expect(report).toMatchObject({ imported: 2, rejected: 0, events: 2 });
  expect(one.database.all('SELECT DISTINCT kind, value, raw FROM identifier ORDER BY value')).toEqual([
    { kind: 'account', value: 'UA:26000000000001', raw: '26000000000001' },
    { kind: 'account', value: 'UA:26000000000002', raw: '26000000000002' },
  ]);
  expect(one.database.all('SELECT type, label FROM entity ORDER BY type, label')).toEqual([
    { type: 'bank_account', label: '26000000000001' },
    { type: 'bank_account', label: '26000000000002' },
    { type: 'organisation', label: 'ООО Небыль' },
    { type: 'person', label: 'Выдуманный Олег' },
  ]);
});

test.each([
  'SRL Vis',
  'Vis S.R.L.',
  'ТОВ Мрія',
  'ООО "Небыль"',
  'Zare SA',
  'Zare S.A.',
  'Sen Sp. z o.o.',
  'Unistus OÜ',
  'Sapnas, UAB',
  'SIA Sapnis',
  'Sen s. r. o.',
  'Dream LLC',
  'АТ Банк Мрія',
])('%s is a company', (name) => expect(isCompanyName(name)).toBe(true));

test.each([
  'Іванов П.П.',
  'ФОП Вигаданий І.І.',
  'Popescu Ion',
  'Sa Ion',
  'Вигаданий Олег',
  'Іван "Тихий" Вигаданий',
])('%s is a person', (name) => expect(isCompanyName(name)).toBe(false));

test('a way point is a place, and nothing moved there', async () => {
  const one = bench();
  const report = await importPath(one, fixture('waypoint.gpx'));
  expect(report).toMatchObject({ rows: 3, imported: 3, rejected: 0, events: 2 });
  expect(one.database.all('SELECT type, label FROM entity ORDER BY type')).toEqual([
    { type: 'device', label: 'Мікроавтобус' },
    { type: 'place', label: 'Склад' },
  ]);
  expect(one.database.all('SELECT name, latitude, longitude FROM place')).toEqual([
    { name: 'Склад', latitude: 47.1, longitude: 28.5 },
  ]);
});

test('crossing points are found by the name of one side; an unknown one is a question, no guess', async () => {
  const one = bench();
  const report = await importPath(one, fixture('crossings-own-side.csv'));
  expect(report).toMatchObject({ imported: 4, unknownCrossings: ['Codrii Vechi'], ambiguousPlaces: [] });
  expect(one.database.all('SELECT name, latitude FROM place ORDER BY name')).toEqual([
    { name: 'Codrii Vechi', latitude: null },
    { name: 'Leușeni', latitude: 46.793 },
    { name: 'Sculeni', latitude: 47.325 },
    { name: 'Паланка', latitude: 46.416 },
  ]);
});

test('a place name with several meanings is asked about', async () => {
  const one = bench();
  const path = one.write('a.csv', 'Place,Address\nPalanca,x\n');
  const specification = {
    entities: [
      {
        name: 'place',
        type: 'place' as const,
        identifiers: [],
        label: { columns: ['Place'] },
        properties: {},
        required: true,
      },
    ],
    events: [],
  };
  const { ambiguousPlaces } = await importPath(one, path, specification);
  expect(ambiguousPlaces[0]?.name).toBe('Palanca');
  expect(ambiguousPlaces[0]?.meanings.length).toBeGreaterThan(2);
});
