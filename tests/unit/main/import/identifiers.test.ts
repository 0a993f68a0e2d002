import { describe, expect, test } from 'vitest';
import type { ENTITY_TYPES } from '../../../../src/core/model/entity-types.ts';
import { guessColumns } from '../../../../src/main/import/guess-columns.ts';
import { bench, importPath, suggested } from './helpers.ts';

const HEADERS: [field: string, ...headers: string[]][] = [
  ['iccid', 'ICCID', 'Номер SIM-картки', 'Номер сим карты', 'Serie SIM'],
  ['imo', 'IMO number', 'Номер ІМО', 'Номер ИМО', 'Nr. IMO'],
  ['mmsi', 'MMSI', 'Номер MMSI', 'Număr MMSI'],
  ['container', 'Container no', 'Номер контейнера', 'Контейнер', 'Număr container'],
  ['aircraft', 'Tail number', 'Бортовий номер', 'Бортовой номер', 'Aeronava'],
  ['serial', 'Weapon number', 'Номер зброї', 'Номер оружия', 'Seria armei'],
  ['calibre', 'Calibre', 'Калібр', 'Калибр', 'Calibru'],
  ['wallet', 'Wallet address', 'Адреса гаманця', 'Адрес кошелька', 'Adresa portofelului'],
  ['cardNumber', 'Card number', 'Номер картки', 'Номер карты', 'Numărul cardului'],
  ['ip', 'IP address', 'IP-адреса', 'IP-адрес', 'Adresa IP'],
  ['domain', 'Domain', 'Домен', 'Доменное имя', 'Nume de domeniu'],
  ['bic', 'SWIFT/BIC', 'Код SWIFT', 'Codul SWIFT'],
  ['lei', 'LEI', 'Код LEI', 'Cod LEI'],
  ['mrz', 'MRZ', 'Машинозчитувана зона', 'Машиночитаемая зона', 'Zona MRZ'],
  ['documentCountry', 'Issuing country', 'Країна видачі', 'Страна выдачи', 'Țara emitentă'],
];
test.each(HEADERS)('%s is known by its words', (field, ...headers) => {
  for (const header of headers) expect(guessColumns([header], [])[0]).toMatchObject({ field });
});

const VALUES: [field: string, values: string[]][] = [
  ['imei', ['490154203237518', '354178036859789']],
  ['iccid', ['8991101200003204514']],
  ['container', ['CSQU 305438 3', 'TSTU1234568']],
  ['vin', ['1M8GDM9AXKP042788']],
  ['wallet', ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa']],
  ['cardNumber', ['4111 1111 1111 1111']],
  ['ip', ['198.51.100.7', '2001:db8::1']],
];
test.each(VALUES)('%s is known by its values under a word that says nothing', (field, values) => {
  const rows = values.map((value) => [value]);
  expect(guessColumns(['f7'], rows)[0]).toMatchObject({ field });
});
test('fifteen digits that are no IMEI are not taken for one', () => {
  expect(guessColumns(['f7'], [['490154203237519'], ['123456789012345']])[0]).toMatchObject({ field: null });
});

describe('tables of things', () => {
  const TABLES: [header: string, row: string, type: keyof typeof ENTITY_TYPES, kind: string][] = [
    ['Name;IMO;Flag', 'Example Star;9319466;MD', 'vessel', 'imo'],
    ['Container;Seal', 'CSQU3054383;S1', 'container', 'container-number'],
    ['Tail number;Owner company', 'UR-PSA;Example Air', 'aircraft', 'aircraft'],
    ['Марка;Модель;Калібр;Номер зброї', 'Форт;12;9;АВ0001', 'firearm', 'firearm-serial'],
    ['Wallet;Note', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t;one', 'crypto_wallet', 'wallet'],
    ['Card number;Bank', '4111111111111111;Example', 'payment_card', 'card-number'],
    ['IP address;Seen', '198.51.100.7;yes', 'internet_address', 'internet-address'],
    ['Company name;IDNO;LEI', 'Exemplu SRL;1008600038413;213800KUD8LAJWSQ9D15', 'organisation', 'lei'],
  ];
  test.each(TABLES)('%s', async (header, row, type, kind) => {
    const one = bench();
    const report = await importPath(one, one.write('things.csv', `${header}\n${row}\n`));
    expect(report).toMatchObject({ imported: 1, rejected: 0 });
    const found = one.database.all<{ type: string; kind: string }>(
      'SELECT entity.type, identifier.kind FROM identifier JOIN entity ON entity.seq = entity_seq',
    );
    expect(found).toContainEqual({ type, kind });
  });

  test('money between wallets is between wallets', async () => {
    const one = bench();
    const path = one.write(
      'transfers.csv',
      'Date;From;To;Amount;Currency\n2026-03-01 10:00;TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t;TJRyWwFs9wTFGZg3JbrVriFbNfCug5tDeC;10.00;USD\n',
    );
    const { entities, events } = await suggested(one, path);
    expect(entities.map(({ type }) => type)).toEqual(['crypto_wallet', 'crypto_wallet']);
    expect(events[0]).toMatchObject({ type: 'payment' });
  });
});

describe('what joins two files', () => {
  const things = (one: ReturnType<typeof bench>, type: string, kind: string): unknown[] =>
    one.database.all(
      `SELECT DISTINCT entity.seq, value FROM identifier JOIN entity ON entity.seq = entity_seq
       WHERE entity.type = ? AND kind = ? ORDER BY value`,
      type,
      kind,
    );

  test('a device by the first fourteen digits of its IMEI, however the operator wrote it', async () => {
    const one = bench();
    for (const [at, imei] of [
      '490154203237518',
      '49015420323751',
      '490154203237510',
      '4901542032375101',
    ].entries()) {
      const path = one.write(
        `calls-${at}.csv`,
        `Caller;Called;Start;Duration;IMEI\n+37360000001;+37360000002;2026-03-0${at + 1} 10:00:00;5;${imei}\n`,
      );
      expect(await importPath(one, path)).toMatchObject({ imported: 1 });
    }
    expect(things(one, 'device', 'imei')).toHaveLength(1);
  });

  test('a vehicle by plate and country, the alphabet aside', async () => {
    const one = bench();
    const rows = [
      ['AAA 000', 'MD'],
      ['ААА000', 'Молдова'],
      ['AAA-000', 'Lituania'],
      ['AAA000', 'HU'],
      ['aaa 000', 'Грузія'],
    ];
    const body = rows.map((cells) => cells.join(';')).join('\n');
    await importPath(
      one,
      one.write('plates.csv', `Plate;Country;Make\n${body.replaceAll('\n', ';X\n')};X\n`),
    );
    await importPath(one, one.write('more.csv', 'Номерний знак;Марка\nААА 000;X\n'), { country: 'MD' });
    expect(things(one, 'vehicle', 'plate')).toMatchObject(
      ['GE', 'HU', 'LT', 'MD'].map((country) => ({ value: `${country}:AAA000` })),
    );
  });

  test('a person by document and the country that issued it', async () => {
    const one = bench();
    const header = 'Surname;First name;Date of birth;Passport;Issuing country';
    const rows = [
      'Exemplu;Ana;1990-01-02;AB123456;RO',
      'Приклад;Анна;1991-01-02;АВ 123456;Україна',
      'Example;Ana;1990-01-02;ab-123456;Romania',
    ];
    await importPath(one, one.write('people.csv', `${header}\n${rows.join('\n')}\n`));
    expect(things(one, 'person', 'document-number')).toMatchObject([
      { value: 'RO:AB123456' },
      { value: 'UA:AB123456' },
    ]);
  });

  test('where nothing says who issued it, the country of the file is not taken for it', async () => {
    const one = bench();
    const table = 'Surname;First name;Date of birth;Passport\nExemplu;Ana;1990-01-02;AB123456\n';
    await importPath(one, one.write('border.csv', table), { country: 'UA' });
    await importPath(one, one.write('register.csv', `${table}\n`), { country: 'RO' });
    expect(things(one, 'person', 'document-number')).toMatchObject([{ value: '??:AB123456' }]);
    expect(one.database.one('SELECT check_result FROM identifier')).toEqual({
      check_result: 'not-checkable',
    });
  });
});
