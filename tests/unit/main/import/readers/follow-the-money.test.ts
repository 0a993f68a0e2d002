import { expect, test } from 'vitest';
import { load } from './graph-helpers.ts';

const lines = (...items: object[]): string => items.map((item) => JSON.stringify(item)).join('\n');
const one = (id: string, schema: string, properties: Record<string, string[]>): object => ({
  id,
  schema,
  properties,
});

const PERSON = one('p1', 'Person', {
  name: ['Iryna Bondar', 'Ірина Бондар'],
  birthDate: ['1984-05-06'],
  phone: ['+380671112233'],
  addressEntity: ['a1'],
});
const COMPANY = one('c1', 'Company', {
  name: ['Delta Grain SRL'],
  registrationNumber: ['1003600012345'],
  jurisdiction: ['md'],
});
const ACCOUNT = one('b1', 'BankAccount', { iban: ['MD24AG000225100013104168'], holder: ['c1'] });
const ADDRESS = one('a1', 'Address', { full: ['Str. Florilor 3, Soroca'] });

test('things with their numbers, numbers people use, references as links', async () => {
  const loaded = await load('case.ftm', lines(PERSON, COMPANY, ACCOUNT, ADDRESS));
  expect([...loaded.entities].sort()).toEqual(
    [
      'person Iryna Bondar',
      'phone +380671112233',
      'organisation Delta Grain SRL',
      'bank_account MD24AG000225100013104168',
      'place Str. Florilor 3, Soroca',
    ].sort(),
  );
  expect(loaded.identifiers).toEqual([
    'company-number 1003600012345 of Delta Grain SRL',
    'iban MD24AG000225100013104168 of MD24AG000225100013104168',
    'phone +380671112233 of +380671112233',
  ]);
  expect(loaded.links).toEqual([
    'Iryna Bondar -uses/unconfirmed-> +380671112233',
    'Iryna Bondar -lives_at/unconfirmed-> Str. Florilor 3, Soroca',
    'Delta Grain SRL -owns/unconfirmed-> MD24AG000225100013104168',
  ]);
  expect(loaded.properties('Iryna Bondar')).toMatchObject({ alias: 'Ірина Бондар', birthDate: '1984-05-06' });
});

test('intervals: ownership as a dated link, payments and calls as events, an undated payment as a link', async () => {
  const loaded = await load(
    'case.ftm',
    lines(
      one('o1', 'Ownership', { owner: ['p1'], asset: ['c1'], startDate: ['2019-02-01'], percentage: ['60'] }),
      one('y1', 'Payment', {
        payer: ['c1'],
        beneficiary: ['p1'],
        date: ['2024-03-05'],
        amount: ['1200.50'],
        currency: ['eur'],
      }),
      one('y2', 'Payment', { payer: ['p1'], beneficiary: ['c1'], amount: ['7'] }),
      one('k1', 'Call', {
        callerNumber: ['+37369000111'],
        receiverNumber: ['+37369000222'],
        date: ['2024-03-05T10:00:00Z'],
        duration: ['61'],
      }),
      PERSON,
      COMPANY,
    ),
  );
  expect(loaded.events).toEqual([
    'payment Delta Grain SRL -> Iryna Bondar 2024-03-04T22:00:00Z 120050 EUR',
    'call +37369000111 -> +37369000222 2024-03-05T10:00:00Z',
  ]);
  expect(loaded.links).toContain('Iryna Bondar -owns/unconfirmed-> Delta Grain SRL');
  expect(loaded.links).toContain('Iryna Bondar -paid/unconfirmed-> Delta Grain SRL');
  expect(loaded.linkProperties('Iryna Bondar', 'Delta Grain SRL')).toMatchObject({
    percentage: '60',
    startDate: '2019-02-01',
  });
  expect(loaded.report.rejected).toBe(0);
});

test('one list of entities, a schema nobody knows, broken lines and dangling links', async () => {
  const diagram = JSON.stringify({ entities: [PERSON, one('z', 'Gizmo', { name: ['Thing'] })], layout: {} });
  const whole = await load('diagram.ftm', diagram);
  expect(whole.entities).toContain('asset Thing');
  expect(whole.properties('Thing')).toEqual({ kind: 'Gizmo' });
  const broken = `${lines(PERSON)}\n{"id":"x","schema":"Pers\n{"schema":"Person","properties":{}}\n${lines(one('o', 'Family', { person: ['p1'], relative: ['nobody'] }))}`;
  const { report } = await load('broken.ftm', broken);
  expect(report.rejectedByReason).toEqual({ 'json-broken': 1, 'element-unknown': 1, 'link-end-missing': 1 });
  expect(report.rejectedRows.map(({ line }) => line).sort()).toEqual([2, 3, 4]);
  expect(report.rows).toBe(report.imported + report.rejected);
  await expect(load('cut.ftm', diagram.slice(0, -9))).rejects.toThrow('import.json-broken');
});

test('entities inside entities: each once, lines between them by either side', async () => {
  const sanction = { id: 's1', schema: 'Sanction', properties: { entity: ['p1'], authority: ['Council'] } };
  const company = one('c9', 'Company', { name: ['Night LLC'] });
  const ownership = { id: 'o1', schema: 'Ownership', properties: { percentage: ['50'], asset: [company] } };
  const address = one('a9', 'Address', { full: ['Str. Morii 1'] });
  const person = {
    id: 'p1',
    schema: 'Person',
    datasets: ['list'],
    properties: {
      firstName: ['Ion'],
      lastName: ['Rusu'],
      sanctions: [sanction],
      ownershipOwner: [ownership],
      addressEntity: [address],
    },
  };
  const other = one('p2', 'Person', { name: ['Ana Pop'] }) as { properties: object };
  const also = { ...other, properties: { ...other.properties, addressEntity: [address] } };
  const loaded = await load('targets.nested.json', lines(person, also));
  expect([...loaded.entities].sort()).toEqual([
    'document Council',
    'organisation Night LLC',
    'person Ana Pop',
    'person Ion Rusu',
    'place Str. Morii 1',
  ]);
  expect([...loaded.links].sort()).toEqual([
    'Ana Pop -lives_at/unconfirmed-> Str. Morii 1',
    'Ion Rusu -lives_at/unconfirmed-> Str. Morii 1',
    'Ion Rusu -mentioned_in/unconfirmed-> Council',
    'Ion Rusu -owns/unconfirmed-> Night LLC',
  ]);
  expect(loaded.linkProperties('Ion Rusu', 'Night LLC')).toEqual({ percentage: '50' });
  expect(loaded.properties('Ion Rusu')).toEqual({ firstName: 'Ion', lastName: 'Rusu', datasets: 'list' });
});

test('payments between accounts in a converted amount, documents and cars with their holders, an answer of a search', async () => {
  const loaded = await load(
    'answer.json',
    JSON.stringify({
      total: 6,
      results: [
        PERSON,
        one('b1', 'BankAccount', { accountNumber: ['26001'], owner: ['p1'] }),
        one('b2', 'BankAccount', { accountNumber: ['26002'] }),
        one('y1', 'Payment', {
          payerAccount: ['b1'],
          beneficiaryAccount: ['b2'],
          amountEur: ['20'],
          date: ['2024-03-05'],
        }),
        one('i1', 'Identification', { holder: ['p1'], number: ['FA123456'], country: ['ua'] }),
        one('v1', 'Vehicle', { owner: ['p1'], registrationNumber: ['AA1234BB'] }),
      ],
    }),
  );
  expect(loaded.events).toEqual(['payment 26001 -> 26002 2024-03-04T22:00:00Z 2000 EUR']);
  expect(loaded.links).toEqual([
    'Iryna Bondar -uses/unconfirmed-> +380671112233',
    'Iryna Bondar -owns/unconfirmed-> 26001',
    'Iryna Bondar -holds_document/unconfirmed-> FA123456',
    'Iryna Bondar -owns/unconfirmed-> AA1234BB',
  ]);
});
