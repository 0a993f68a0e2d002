import { expect, test } from 'vitest';
import { chooseReader } from '../../../../../src/main/import/readers/index.ts';
import { bench, importPath } from '../helpers.ts';

const PASSPORT = 'P<UKRKOVAL<<OLENA<MARIIA<<<<<<<<<<<<<<<<<<<<\nFX12345678UKR9001011F3001019<<<<<<<<<<<<<<08';
const CARD = 'I<MDAAB12345671<<<<<<<<<<<<<<<\n9001012M3001011MDA<<<<<<<<<<<4\nRUSU<<ION<<<<<<<<<<<<<<<<<<<<<';

function sniff(text: string) {
  const { reader, sniffed } = chooseReader(new TextEncoder().encode(text), 'reader.txt');
  return [reader?.format, sniffed.confidence];
}

test('text of nothing but zones is recognised, other text is not', () => {
  expect(sniff(`${PASSPORT}\n\n${CARD}\n`)).toEqual(['mrz', 1]);
  expect(sniff('THIS IS A LINE OF TEXT OF FORTY-FOUR LETTERS\n'.repeat(4))[0]).not.toBe('mrz');
});

test('each zone becomes a person; what is none is rejected with its line', async () => {
  const one = bench();
  const stray = 'RUSU<<VLAD<<<<<<<<<<<<<<<<<<<<';
  const path = one.write('reader.txt', `${PASSPORT}\r\n\r\n${CARD}\r\n${stray}\r\nno zone\r\n`);
  const report = await importPath(one, path, { format: 'mrz' });
  expect(report).toMatchObject({ rows: 4, imported: 2, rejected: 2, entitiesNew: 2 });
  expect(report.rejectedRows.map(({ line, code }) => [line, code])).toEqual([
    [7, 'mrz-unreadable'],
    [8, 'mrz-unreadable'],
  ]);
  const people = one.database
    .all<{ label: string; properties: string }>("SELECT label, properties FROM entity WHERE type = 'person'")
    .map(({ label, properties }) => ({ label, ...JSON.parse(properties) }));
  expect(people).toMatchObject([
    {
      label: 'KOVAL OLENA MARIIA',
      birthDate: '1990-01-01',
      citizenship: 'UKR',
      sex: 'F',
      expiry: '2030-01-01',
    },
    { label: 'RUSU ION', birthDate: '1990-01-01', sex: 'M', issuer: 'MDA' },
  ]);
  expect(people[1]?.checkDigits).toContain('✗ birthDate');
  const numbers = one.database.all('SELECT value FROM identifier ORDER BY value');
  expect(numbers).toEqual([{ value: 'MD:AB1234567' }, { value: 'UA:FX1234567' }]);
});

test('a birth date is never after the document was made', async () => {
  const one = bench();
  await importPath(one, one.write('old.txt', PASSPORT.replace('9001011F', '3201011F')));
  const row = one.database.one("SELECT json_extract(properties, '$.birthDate') AS born FROM entity");
  expect(row).toEqual({ born: '1932-01-01' });
});

test('visas of both sizes have no check digit over the whole line', async () => {
  const one = bench();
  const large = `${'V<UKRKOVAL<<OLENA<MARIA'.padEnd(44, '<')}\nL8988901C4UKR4009078F96121096ZE184226B<<<<<<`;
  const small = `${'V<MDARUSU<<ION'.padEnd(36, '<')}\nL8988901C4MDA4009078M9612109<<<<<<<<`;
  const path = one.write('visas.txt', `${large}\n\n${small.replace('L8988901C4', 'L8988901C5')}\n`);
  expect(await importPath(one, path)).toMatchObject({ rows: 2, imported: 2 });
  const people = one.database
    .all<{ properties: string }>("SELECT properties FROM entity WHERE type = 'person' ORDER BY seq")
    .map(({ properties }) => JSON.parse(properties) as Record<string, string>);
  expect(people[0]).toMatchObject({ checkDigits: '✓', note: '6ZE184226B' });
  expect(people[1]).toMatchObject({ checkDigits: '✗ documentNumber' });
});
