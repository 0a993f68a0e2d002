import { expect, test } from 'vitest';
import { importHandlers } from '../../../../../src/main/import/handlers.ts';
import { chooseReader } from '../../../../../src/main/import/readers/index.ts';
import { matrix } from '../../../../../src/main/import/readers/matrix/matrix.ts';
import { bench, importPath } from '../helpers.ts';
import { lookAndRead } from './workbooks.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const SYMMETRIC = ';Олена;Іон;Петро\nОлена;0;2;\nІон;2;;1,5\nПетро;-;1,5;0\n';
const DIRECTED = ',A b,C d,E f\nA b,1,2,0\nC d,,0,3\nE f,4,0,0\n';

test('a matrix is told from a table of numbers', () => {
  expect(chooseReader(bytesOf(SYMMETRIC), 'a.csv').reader?.format).toBe('matrix');
  expect(chooseReader(bytesOf(DIRECTED), 'a.csv').reader?.format).toBe('matrix');
  for (const text of [
    'Month,North,South\nMarch,1,2\nApril,3,4\n',
    'a,b,c\na,x,1\nb,1,1\nc,1,1\n',
    'Caller,Called,Start\n1,2,2026-03-01\n2,1,2026-03-01\n',
  ])
    expect(chooseReader(bytesOf(text), 'a.csv').reader?.format).toBe('delimited');
});

test('a symmetric one gives each pair once, a directed one each way with a value', async () => {
  const both = await lookAndRead(matrix, 'a.csv', bytesOf(SYMMETRIC));
  expect(both.rows).toEqual([
    ['Олена', 'Іон', '2'],
    ['Іон', 'Петро', '1,5'],
  ]);
  expect(both.lines).toEqual([2, 3]);
  expect(both.table.remarks).toEqual([{ code: 'symmetric', params: {} }]);
  const one = await lookAndRead(matrix, 'a.csv', bytesOf(DIRECTED));
  expect(one.rows).toEqual([
    ['A b', 'A b', '1'],
    ['A b', 'C d', '2'],
    ['C d', 'E f', '3'],
    ['E f', 'A b', '4'],
  ]);
  expect(one.table.remarks).toEqual([]);
});

test('pairs become links, and their values are kept', async () => {
  const one = bench();
  const path = one.write('a.csv', SYMMETRIC);
  const found = await importHandlers['import.inspect'](one.context, { path });
  expect(found).toMatchObject({ format: 'matrix', suggestedFrom: 'headers', estimatedRows: 2 });
  expect(await importPath(one, path)).toMatchObject({ rows: 2, imported: 2, entitiesNew: 3, links: 2 });
  const values = one.database.all<{ properties: string }>('SELECT properties FROM event ORDER BY seq');
  expect(values.map(({ properties }) => JSON.parse(properties))).toEqual([{ value: '2' }, { value: '1,5' }]);
});

test('numbers of phones are phones', async () => {
  const one = bench();
  const text = ',+380500000001,+380500000002\n+380500000001,,3\n+380500000002,1,\n';
  await importPath(one, one.write('a.csv', text));
  expect(one.database.all('SELECT type, label FROM entity ORDER BY seq')).toEqual([
    { type: 'phone', label: '+380500000001' },
    { type: 'phone', label: '+380500000002' },
  ]);
});

test('what is no matrix any more when it is read says so', async () => {
  const text = `${SYMMETRIC}Хтось;x;y;z\n`;
  await expect(lookAndRead(matrix, 'a.csv', bytesOf(text))).rejects.toMatchObject({
    error: { code: 'import.not-a-table' },
  });
});
