import { describe, expect, test } from 'vitest';
import { cleanName } from '../../../../src/core/names/clean.ts';
import { scriptOf, unmixWord } from '../../../../src/core/names/index.ts';

describe('what only a machine tells apart becomes one', () => {
  test.each([
    ['signs without width', 'Петро\u200bвич\u00ad', 'Петрович'],
    ['full-width letters', 'Ｉｖａｎ', 'Ivan'],
    ['letters and their marks apart', 'Їжак'.normalize('NFD'), 'Їжак'],
    ['cedilla and comma', 'Ştefan Ţurcanu', 'Ștefan Țurcanu'],
    ['apostrophes of all kinds', 'Дем’ян Демʼян Дем`ян Dem′yan', 'Демян Демян Демян Demyan'],
    ['blanks', '  Ion \t\u00a0 Rusu ', 'Ion Rusu'],
  ])('%s', (_, raw, expected) => expect(cleanName(raw).text).toBe(expected));
});

test('quotation marks around a word are no apostrophes', () => {
  expect(cleanName("'Кабан' Іван").text).toBe("'Кабан' Іван");
});

describe('look-alike letters', () => {
  test.each([
    ['Шевчeнкo', 'Шевченко'],
    ['Olena Stepurа', 'Olena Stepura'],
    ['MAКСИМ', 'МАКСИМ'],
    ['Кoвaль', 'Коваль'],
  ])('of %s are put right and told', (mixed, right) => {
    expect(cleanName(mixed)).toEqual({ text: right, hasLookAlikes: true });
  });

  test('words that are each of one alphabet are not touched', () => {
    expect(cleanName('Іван Ivanov')).toEqual({ text: 'Іван Ivanov', hasLookAlikes: false });
  });

  test('a mixture no letters of which look alike stays', () => {
    expect(scriptOf(unmixWord('ЖZЩ'))).toBe('mixed');
  });
});
