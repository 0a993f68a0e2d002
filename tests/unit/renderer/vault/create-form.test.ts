import { expect, test } from 'vitest';
import { passphraseProblem } from '../../../../src/renderer/vault/create-form.ts';

test('a passphrase is long enough, counted in letters, and typed the same twice', () => {
  expect(passphraseProblem('short', 'short')).toBe('casefile:vault.create.short');
  expect(passphraseProblem('😀😀😀😀😀😀', '😀😀😀😀😀😀')).toBe('casefile:vault.create.short');
  expect(passphraseProblem('дванадцять літер', 'інше')).toBe('casefile:vault.create.different');
  expect(passphraseProblem('дванадцять літер', 'дванадцять літер')).toBeNull();
});
