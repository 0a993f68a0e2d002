import { expect, test } from 'vitest';
import { csvLine } from '../../../../src/main/exchange/csv.ts';

test('a spreadsheet runs nothing, and phone numbers stay as they are', () => {
  expect(csvLine(['=cmd|x', '@SUM(1)', '+40 700 00001', '-12', '+A1', 'a"b,c', null, 5])).toBe(
    `'=cmd|x,'@SUM(1),+40 700 00001,-12,'+A1,"a""b,c",,5\r\n`,
  );
});
