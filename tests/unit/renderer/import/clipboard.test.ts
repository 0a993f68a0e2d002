import { expect, test } from 'vitest';
import { pastedTable } from '../../../../src/renderer/import/clipboard.ts';

const copied = (page: string, text: string) => ({
  getData: (kind: string) => (kind === 'text/html' ? page : kind === 'text/plain' ? text : ''),
});
const said = (data: ReturnType<typeof copied>): string | null => {
  const table = pastedTable(data);
  expect(table?.name ?? 'clipboard').toBe('clipboard');
  return table === null ? null : new TextDecoder().decode(table.bytes);
};

test('a copied range comes as its page, which keeps all digits; text with columns as text', () => {
  const page = '<html><table><tr><td>Ім’я</td></tr></table></html>';
  expect(said(copied(page, 'a\tb\nc\td'))).toBe(page);
  expect(said(copied('', 'Ім’я\tТелефон\r\nОлена\t1\r\n'))).toBe('Ім’я\tТелефон\r\nОлена\t1\r\n');
});

test('words without columns are no table', () => {
  expect(said(copied('<p>one</p>', 'one\ntwo'))).toBeNull();
  expect(said(copied('', 'a\tb'))).toBeNull();
  expect(said(copied('', ''))).toBeNull();
});
