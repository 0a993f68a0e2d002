import { expect, test } from 'vitest';
import { passphraseProblem } from '../../../../src/renderer/vault/create-form.ts';

const good = { guessesLog10: 13, weakSpot: null };

test('a passphrase is long enough, counted in letters, and typed the same twice', () => {
  expect(passphraseProblem('short', 'short', good)).toBe('casefile:vault.create.short');
  expect(passphraseProblem('😀😀😀😀😀😀', '😀😀😀😀😀😀', good)).toBe('casefile:vault.create.short');
  expect(passphraseProblem('дванадцять літер', 'інше', good)).toBe('casefile:vault.create.different');
  expect(passphraseProblem('дванадцять літер', 'дванадцять літер', good)).toBeNull();
});

test('it may be used only once it is known to be hard enough to guess', () => {
  const text = 'password password';
  expect(passphraseProblem(text, text, null)).toBe('keys:strength.measuring');
  expect(passphraseProblem(text, text, { guessesLog10: 4, weakSpot: 'common' })).toBe(
    'keys:strength.guessable',
  );
});
