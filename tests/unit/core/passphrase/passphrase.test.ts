import { expect, test } from 'vitest';
import { gradeOf, passphraseStrength, policyProblem } from '../../../../src/core/passphrase/index.ts';

const strengthOf = (passphrase: string, known: readonly string[] = []) =>
  passphraseStrength(passphrase, known);
const problemOf = async (passphrase: string, known: readonly string[] = []) =>
  policyProblem(passphrase, await strengthOf(passphrase, known));

test.each([
  ['eleven char', 'short'],
  ['', 'short'],
  ['aaaaaaaaaaaa', 'guessable'],
  ['password1234', 'guessable'],
  ['qwertyuiop12', 'guessable'],
  ['01.01.1990 2026', 'guessable'],
  ['парольпароль', 'guessable'],
  ['ПарольПароль1', 'guessable'],
  ['йцукенгшщзхї', 'guessable'],
  ['qwertyйцукен', 'guessable'],
  ['gfhjkmgfhjkm', 'guessable'],
])('“%s” is refused as %s', async (passphrase, problem) => {
  expect(await problemOf(passphrase)).toBe(problem);
});

test.each([
  'сім зелених мостів over the river',
  'шість тихих озер уночі',
  'trei poduri verzi peste râu',
  'x7#kQ9!mLp2v',
])('“%s” is accepted', async (passphrase) => {
  expect(await problemOf(passphrase)).toBeNull();
});

test('what is known of the person and the vault does not count', async () => {
  const known = ['Олександр Ткачук', 'AMBER BRIDGE'];
  expect((await strengthOf('Олександр Ткачук', known)).guessesLog10).toBeLessThan(
    (await strengthOf('Олександр Ткачук')).guessesLog10 - 3,
  );
  expect(await problemOf('олександр ткачук', known)).toBe('guessable');
  expect(await problemOf('amber bridge 1', known)).toBe('guessable');
});

test.each([
  ['password1234', 'common'],
  ['zxcvbnm,./zxcvbnm,./', 'repeat'],
  ['aaaaaaaaaaaa', 'repeat'],
  ['abcdefghijkl', 'sequence'],
  ['ertyuhjkl', 'keys'],
  ['river', 'word'],
  ['k9x river', 'few'],
])('the weak spot of “%s” is named: %s', async (passphrase, weakSpot) => {
  expect((await strengthOf(passphrase)).weakSpot).toBe(weakSpot);
});

test('grades rise with the guesses, and the policy begins at good', () => {
  const grades = [0, 5.9, 6, 9.9, 10, 13.9, 14, 40].map((guessesLog10) =>
    gradeOf({ guessesLog10, weakSpot: null }),
  );
  expect(grades).toEqual(['at-once', 'at-once', 'weak', 'weak', 'good', 'good', 'strong', 'strong']);
});

test('a very long passphrase is judged by its beginning, and so soon', async () => {
  const long = 'сім зелених мостів '.repeat(2000);
  const began = performance.now();
  expect(await strengthOf(long)).toEqual(await strengthOf(long.slice(0, 100)));
  expect(performance.now() - began).toBeLessThan(3000);
});
