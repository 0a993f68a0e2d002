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
    'MD24AG000225100013104168 -other/unconfirmed-> Delta Grain SRL',
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
