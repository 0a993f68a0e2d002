import { describe, expect, test } from 'vitest';
import {
  blockingKeys,
  compareNames,
  foldLatin,
  foldName,
  scriptOf,
  transliterations,
  unmixWord,
} from '../../../../src/core/names/index.ts';

test.each([
  ['Андрій', 'andrii'],
  ['Згурський', 'zghurskyi'],
  ['Єнакієве', 'yenakiieve'],
  ['Їжакевич', 'yizhakevych'],
  ['Щербухи', 'shcherbukhy'],
  ["Знам'янка", 'znamianka'],
  ['Ґалаґан', 'galagan'],
  ['Розгон', 'rozghon'],
  ["Короп'є", 'koropie'],
  ['Юлія', 'yuliia'],
])('%s is %s by the resolution of 2010', (text, expected) => {
  expect(foldName(text)).toBe(expected);
});

test('older passports are among the spellings', () => {
  expect(transliterations('Сергій')).toEqual(expect.arrayContaining(['serhii', 'sergii']));
  expect(transliterations('Юрий')).toEqual(expect.arrayContaining(['iurii', 'yuriy']));
});

test('both Romanian code points of ș and ț are one', () => {
  expect(foldLatin('Ștefan Țurcanu')).toBe(foldLatin('Ştefan Ţurcanu'));
});

test('look-alike letters typed in the wrong alphabet are found and put right', () => {
  const mixed = 'Шевчeнкo';
  expect(scriptOf(mixed)).toBe('mixed');
  expect(unmixWord(mixed)).toBe('Шевченко');
});

describe('the same person', () => {
  test.each([
    ['Олександр Ткачук', 'Alexandru Tcaciuc'],
    ['Олександр Ткачук', 'OLEKSANDR TKACHUK'],
    ['Alexandru Tcaciuc', 'Oleksandr Tkachuk'],
    ['Олександр Шевченко', 'Alexandru Șevcenco'],
    ['Чебан Іван', 'Ion Ceban'],
    ['Юлія Яценюк', 'Iuliia Iatseniuk'],
    ['Shevchenko', 'Szewczenko'],
  ])('%s = %s', (left, right) => {
    expect(compareNames(left, right).score).toBeGreaterThan(0.9);
    const keys = new Set(blockingKeys(left));
    expect(blockingKeys(right).some((key) => keys.has(key))).toBe(true);
  });
  test('a missing father’s name says nothing', () => {
    expect(compareNames('Сергій Лавренко', 'Sergey Viktorovich Lavrenko').score).toBeGreaterThan(0.9);
  });
});

describe('other people', () => {
  test.each([
    ['Ivan Bondarenko', 'Ivan Bondarchuk'],
    ['Ivan Kovalenko', 'Ivan Kovalchuk'],
    ['Petrov', 'Petrenko'],
    ['Maria Rusu', 'Elena Rusu'],
  ])('%s ≠ %s', (left, right) => {
    expect(compareNames(left, right).score).toBeLessThan(0.7);
  });
  test('a different father’s name speaks strongly against', () => {
    const { score, reasons } = compareNames('Сергей Викторович Лавренко', 'Sergey Ivanovich Lavrenko');
    expect(score).toBeLessThan(0.5);
    expect(reasons).toContain('patronymic-different');
  });
});

test('comparison does not depend on which side comes first', () => {
  const pairs = [
    ['Олександр Ткачук', 'Alexandru Tcaciuc'],
    ['Ivan Kovalenko', 'Ivan Kovalchuk'],
  ] as const;
  for (const [left, right] of pairs)
    expect(compareNames(left, right).score).toBe(compareNames(right, left).score);
});
