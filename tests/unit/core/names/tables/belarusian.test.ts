import { expect, test } from 'vitest';
import { BELARUSIAN_OFFICIAL } from '../../../../../src/core/names/tables/belarusian-official.ts';
import { BELARUSIAN_PASSPORT } from '../../../../../src/core/names/tables/belarusian-passport.ts';
import { romanise } from '../../../../../src/core/names/transliterate.ts';

test.each([
  ['Сяргей', 'siarhei'],
  ['Уладзімір', 'uladzimir'],
  ['Яўген', 'yauhen'],
  ['Шаўчэнка', 'shauchenka'],
  ['Міхаіл', 'mikhail'],
  ['Аляксандр', 'aliaksandr'],
])('%s is %s in a passport', (text, expected) => expect(romanise(text, BELARUSIAN_PASSPORT)).toBe(expected));

test.each([
  ['Аршанскі', 'arsanski'],
  ['Бешанковічы', 'biesankovicy'],
  ['Ельск', 'jelsk'],
  ['Лёзна', 'lozna'],
  ['Любань', 'luban'],
  ['Хоцімск', 'chocimsk'],
  ['Маёр', 'major'],
])('%s is %s by the instruction of 2007 without marks', (text, expected) =>
  expect(romanise(text, BELARUSIAN_OFFICIAL)).toBe(expected),
);
