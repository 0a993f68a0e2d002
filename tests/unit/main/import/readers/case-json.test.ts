import { expect, test } from 'vitest';
import { load } from './graph-helpers.ts';

const SOURCE = {
  id: 's1',
  reference: 'SRC-1',
  title: 'Register',
  originator: 'Unit 4',
  grade: { scheme: 'europol-4x4', source: 'B', information: '2' },
  marking: { level: 'restricted', handling: ['H1'] },
};
const entity = (id: string, type: string, label: string, more: object = {}): object => ({
  id,
  type,
  label,
  status: null,
  minor: false,
  pseudonym: false,
  properties: {},
  identifiers: [],
  sourceId: 's1',
  latitude: null,
  longitude: null,
  ...more,
});
const PHONE = entity('e2', 'phone', '+380501112233', {
  identifiers: [{ kind: 'phone', value: '+380501112233', raw: '050 111 22 33', check: 'valid' }],
});
const GIRL = entity('e1', 'person', 'Daryna Koval', {
  status: 'potential_offender',
  minor: true,
  properties: { birthDate: '2012-01-02', height: 150 },
  members: [entity('e3', 'person', 'Д. Коваль')],
});
const PLACE = entity('e4', 'place', 'Depot', { latitude: 48.5, longitude: 26.25 });
const data = (more: object): string =>
  JSON.stringify({
    format: 1,
    file: { id: 'f', reference: 'AF-1', purpose: 'test' },
    sources: [SOURCE],
    entities: [],
    facts: [],
    links: [],
    events: [],
    ...more,
  });

test('case.json: entities, members, links between records, events with amounts, facts', async () => {
  const loaded = await load(
    'case.json',
    data({
      entities: [GIRL, PHONE, PLACE],
      facts: [
        {
          id: 'x1',
          kind: 'inference',
          about: 'entity',
          aboutId: 'e1',
          property: null,
          value: 'Lives near the depot',
          sourceId: 's1',
        },
        {
          id: 'x2',
          kind: 'fact',
          about: 'entity',
          aboutId: 'e1',
          recordId: 'e3',
          property: 'nickname',
          value: 'Dara',
          sourceId: 's1',
        },
      ],
      links: [
        {
          id: 'l1',
          type: 'uses',
          from: 'e1',
          fromRecord: 'e3',
          to: 'e2',
          strength: 'confirmed',
          start: 1_700_000_000_000,
          end: null,
          properties: { note: 'night' },
          sourceId: 's1',
        },
        {
          id: 'l2',
          type: 'uses',
          from: 'e1',
          to: 'withheld',
          strength: 'confirmed',
          start: null,
          end: null,
          properties: {},
          sourceId: null,
        },
      ],
      events: [
        {
          id: 'v1',
          type: 'payment',
          start: 1_700_000_000_000,
          startText: '14.11.2023',
          zone: 'Europe/Kyiv',
          precision: 'day',
          end: null,
          durationSeconds: null,
          from: 'e1',
          to: 'e2',
          participants: [{ entityId: 'e4', role: 'where' }],
          place: null,
          latitude: null,
          longitude: null,
          amountMinor: 123_456,
          currency: 'UAH',
          properties: {},
          sourceId: 's1',
          row: 3,
        },
      ],
    }),
  );
  expect(loaded.entities).toEqual([
    'person Daryna Koval',
    'person Д. Коваль',
    'phone +380501112233',
    'place Depot',
  ]);
  expect(loaded.links).toEqual([
    'Д. Коваль -same_as/confirmed-> Daryna Koval',
    'Д. Коваль -uses/confirmed-> +380501112233',
  ]);
  expect(loaded.events).toEqual(['payment Daryna Koval -> +380501112233 2023-11-14T22:13:20Z 123456 UAH']);
  expect(loaded.properties('Daryna Koval')).toMatchObject({
    height: '150',
    inference: 'Lives near the depot [SRC-1, Register, Unit 4, B2]',
    source: 'SRC-1, Register, Unit 4, B2',
  });
  expect(loaded.properties('Д. Коваль')).toMatchObject({ nickname: 'Dara' });
  expect(loaded.bench.database.all(`SELECT status, minor FROM entity WHERE label = 'Daryna Koval'`)).toEqual([
    { status: 'potential_offender', minor: 1 },
  ]);
  expect(loaded.bench.database.all('SELECT latitude, longitude FROM place')).toEqual([
    { latitude: 48.5, longitude: 26.25 },
  ]);
  expect(loaded.report.rejectedByReason).toEqual({ 'link-end-missing': 1 });
});

test('case.json of a newer format is refused with its reason', async () => {
  await expect(
    load('case.json', data({ entities: [PHONE] }).replace('"format":1', '"format":9')),
  ).rejects.toThrow('import.case-newer');
});
