import { expect, test } from 'vitest';
import type { RowFilter, ValueSource } from '../../../../src/contract/import.ts';
import { leavesOut } from '../../../../src/main/import/row-filter.ts';
import { compileSource } from '../../../../src/main/import/value-source.ts';
import { bench, importPath } from './helpers.ts';

const index = new Map([
  ['a', 0],
  ['b', 1],
]);
const read = (source: ValueSource, ...cells: string[]): string => compileSource(source, index).read(cells);

test('a text is split and the wanted part taken, also from the end; a part that is not there is empty', () => {
  const split = (at: number): ValueSource => ({ columns: ['a'], split: { by: '/', index: at } });
  expect(read(split(0), 'AA1234BB / сірий / 2019')).toBe('AA1234BB');
  expect(read(split(1), 'AA1234BB / сірий / 2019')).toBe('сірий');
  expect(read(split(-1), 'AA1234BB / сірий / 2019')).toBe('2019');
  expect(read(split(7), 'AA1234BB')).toBe('');
});

test('literal texts are replaced everywhere, one pair after the other, and are no patterns', () => {
  const source: ValueSource = {
    columns: ['a', 'b'],
    joiner: '-',
    replace: [
      { from: '.', to: '' },
      { from: 'ФОП', to: '$&' },
    ],
  };
  expect(read(source, 'Ф.О.П', 'ФОП')).toBe('$&-$&');
});

test('split comes first, then the expression, then the replacements', () => {
  const source: ValueSource = {
    columns: ['a'],
    split: { by: ';', index: 1 },
    extract: '\\d+',
    replace: [{ from: '1', to: '2' }],
  };
  expect(read(source, '111;tel 0121')).toBe('0222');
});

const left = (filter: RowFilter, cell: string): boolean => leavesOut(filter, index)([cell, '']);

test('a filter keeps or drops by equality, part or expression, whatever the capitals', () => {
  const total = { column: 'a', test: 'equals', text: 'ВСЬОГО', rows: 'drop' } as const;
  expect([left(total, ' всього '), left(total, 'всього 5')]).toEqual([true, false]);
  const calls = { column: 'a', test: 'contains', text: 'call', rows: 'keep' } as const;
  expect([left(calls, 'Incoming CALL'), left(calls, 'SMS')]).toEqual([false, true]);
  expect(left({ column: 'a', test: 'matches', text: '^\\d+$', rows: 'keep' }, '12a')).toBe(true);
});

test('a filter of a column that is not there, or of no expression, fails before any row', () => {
  const filter = { column: 'c', test: 'equals', text: '', rows: 'keep' } as const;
  expect(() => leavesOut(filter, index)).toThrow('import.column-missing');
  expect(() => leavesOut({ ...filter, column: 'a', test: 'matches', text: '(' }, index)).toThrow(
    'import.bad-pattern',
  );
});

test('rows in = imported + rejected + left out', async () => {
  const one = bench();
  const path = one.write(
    'виклики.csv',
    [
      'caller;called;start;kind',
      '+380671112233;+380502223344;2026-07-01 10:00;call',
      '+380671112233;+380502223344;no time;call',
      '+380671112233;+380502223344;2026-07-01 11:00;SMS',
      'Total: 3;;;SMS',
      '+380671112233',
    ].join('\n'),
  );
  const rowFilter: RowFilter = { column: 'kind', test: 'equals', text: 'sms', rows: 'drop' };
  const report = await importPath(one, path, { rowFilter });
  expect(report).toMatchObject({ rows: 5, imported: 1, rejected: 2, leftOut: 2, events: 1 });
  expect(report.rejectedRows.map(({ line, code }) => [line, code])).toEqual([
    [3, 'time-unreadable'],
    [6, 'cells-missing'],
  ]);
});
