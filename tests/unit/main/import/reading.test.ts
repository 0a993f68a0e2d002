import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { ENCODING_CHOICES, type ReadingChoice } from '../../../../src/contract/import.ts';
import { decodeSample, ENCODINGS } from '../../../../src/main/import/encoding.ts';
import { importHandlers } from '../../../../src/main/import/handlers.ts';
import { bench } from './helpers.ts';

const TABLE = 'x1;x2;x3\nТкачук Олександр;AA1234BB;15.07.2026 12:00\nPopa Ion;ABC123;16.07.2026 08:30\n';

async function columnsOf(content: string | Uint8Array, reading?: ReadingChoice): Promise<string[]> {
  const one = bench();
  const path = one.write('table.csv', content);
  const found = await importHandlers['import.inspect'](one.context, {
    path,
    ...(reading === undefined ? {} : { reading }),
  });
  expect(found.suggested.columns).toEqual(found.columns.map(({ name }) => name));
  return found.suggested.columns;
}

test('a header row a person points at is believed, and the rows after it are the data', async () => {
  expect(await columnsOf(TABLE)).toEqual(['#1', '#2', '#3']);
  const one = bench();
  const path = one.write('table.csv', TABLE);
  const found = await importHandlers['import.inspect'](one.context, { path, reading: { headerRow: 0 } });
  expect(found).toMatchObject({ hasHeader: true, delimiter: ';' });
  expect(found.columns.map(({ name }) => name)).toEqual(['x1', 'x2', 'x3']);
  expect(found.sampleRows[0]?.[0]).toBe('Ткачук Олександр');
  const { rows } = await importHandlers['import.preview'](one.context, {
    path,
    specification: found.suggested,
    limit: 5,
  });
  expect(rows.map(({ line }) => line)).toEqual([2, 3]);
});

test('a file said to have no header row keeps its first row as data', async () => {
  const text = 'Caller;Called\n+37360000001;+37360000002\n';
  expect(await columnsOf(text)).toEqual(['Caller', 'Called']);
  const one = bench();
  const path = one.write('table.csv', text);
  const found = await importHandlers['import.inspect'](one.context, { path, reading: { headerRow: -1 } });
  expect(found).toMatchObject({ hasHeader: false });
  expect(found.sampleRows[0]).toEqual(['Caller', 'Called']);
});

test('a stated header row behind the last row is an error in words, no empty table', async () => {
  await expect(columnsOf(TABLE, { headerRow: 3 })).rejects.toThrow('import.no-rows');
  expect(await columnsOf(TABLE, { headerRow: 2 })).toEqual(['Popa Ion', 'ABC123', '16.07.2026 08:30']);
});

test('stated delimiter and quote split the columns, whatever would be recognised', async () => {
  const text = 'name~place; street\nОсоба один~"Bălți; Teilor"\nОсоба два~"Soroca; Nucilor"\n';
  expect(await columnsOf(text, { delimiter: '~', headerRow: 0 })).toEqual(['name', 'place; street']);
  const one = bench();
  const path = one.write('table.csv', text);
  const plain = await importHandlers['import.inspect'](one.context, {
    path,
    reading: { delimiter: '~', quote: '', headerRow: 0 },
  });
  expect(plain.sampleRows[0]?.[1]).toBe('"Bălți; Teilor"');
});

test('the stated encoding gives the names of the columns', async () => {
  const bytes = iconv.encode('Прізвище;Номер А\nТкачук;+380500000001\n', 'cp866');
  expect(await columnsOf(bytes, { encoding: 'koi8-r', headerRow: 0 })).not.toContain('Номер А');
  expect(
    await columnsOf(iconv.encode('Фамилия;Номер А\nТкачук;+380500000001\n', 'cp866'), { encoding: 'cp866' }),
  ).toEqual(['Фамилия', 'Номер А']);
});

test('every encoding offered can be read, and every recognised one is offered', () => {
  for (const encoding of ENCODING_CHOICES)
    expect(decodeSample(iconv.encode('a;b', encoding), encoding)).toBe('a;b');
  expect(ENCODING_CHOICES).toEqual(expect.arrayContaining([...ENCODINGS]));
});

test('the preview tells identifiers and properties of every entity', async () => {
  const one = bench();
  const path = one.write('people.csv', 'Full name;Phone;Alias\nТкачук Олександр;+380 50 000 00 01;Тихий\n');
  const { suggested } = await importHandlers['import.inspect'](one.context, { path });
  const { rows } = await importHandlers['import.preview'](one.context, {
    path,
    specification: suggested,
    limit: 5,
  });
  const [person, phone] = rows[0]?.entities ?? [];
  expect(person).toMatchObject({
    label: 'Ткачук Олександр',
    identifiers: [],
    properties: { alias: 'Тихий' },
  });
  expect(phone?.identifiers).toEqual([{ kind: 'phone', value: '+380500000001', check: 'valid' }]);
});
