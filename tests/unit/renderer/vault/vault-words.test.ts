import { expect, test } from 'vitest';
import { formatBytes, shownName } from '../../../../src/renderer/vault/vault-words.ts';

test.each([
  [0, 'en', '0 B'],
  [1023, 'en', '1,023 B'],
  [442_368, 'en', '432 KiB'],
  [190_840_832, 'uk', '182 MiB'],
  [1_600_000_000, 'ro', '1,49 GiB'],
])('%i bytes in %s are %s', (bytes, locale, text) => {
  expect(formatBytes(bytes, locale)).toBe(text);
});

test('a vault is called by its folder, on any system', () => {
  expect(shownName('/справи/Міст через річку.vault')).toBe('Міст через річку');
  expect(shownName('C:\\Cases\\Amber.vault')).toBe('Amber');
  expect(shownName('')).toBe('');
});
