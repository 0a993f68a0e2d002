import { describe, expect, test } from 'vitest';
import { UKRAINIAN_2007 } from '../../../../../src/core/names/tables/ukrainian-2007.ts';
import { UKRAINIAN_2010 } from '../../../../../src/core/names/tables/ukrainian-2010.ts';
import { UKRAINIAN_OLD } from '../../../../../src/core/names/tables/ukrainian-old.ts';
import { romanise } from '../../../../../src/core/names/transliterate.ts';

describe('the resolution of 2010', () => {
  test.each([
    ['Алушта', 'alushta'],
    ['Борщагівка', 'borshchahivka'],
    ['Вишгород', 'vyshhorod'],
    ['Гадяч', 'hadiach'],
    ['Згорани', 'zghorany'],
    ['Ґалаґан', 'galagan'],
    ['Єнакієве', 'yenakiieve'],
    ['Наєнко', 'naienko'],
    ['Їжакевич', 'yizhakevych'],
    ['Кадиївка', 'kadyivka'],
    ['Йосипівка', 'yosypivka'],
    ['Стрий', 'stryi'],
    ['Щербухи', 'shcherbukhy'],
    ['Юрій', 'yurii'],
    ['Крюківка', 'kriukivka'],
    ['Яготин', 'yahotyn'],
    ['Ічня', 'ichnia'],
    ["Знам'янка", 'znamianka'],
    ['Тернопіль', 'ternopil'],
  ])('%s is %s', (text, expected) => expect(romanise(text, UKRAINIAN_2010)).toBe(expected));
});

test.each([
  ['Сергій', 'sergii'],
  ['Григорій', 'grygorii'],
  ['Ігор', 'igor'],
  ['Олег', 'oleg'],
  ['Євген', 'yevgen'],
  ['Згурський', 'zgurskyi'],
  ['Їжакевич', 'izhakevych'],
])('%s is %s in passports of 2007', (text, expected) =>
  expect(romanise(text, UKRAINIAN_2007)).toBe(expected),
);

test.each([
  ['Сергій', 'sergiy'],
  ['Григорій', 'grigoriy'],
  ['Юрій', 'yuriy'],
  ['Зелінський', 'zelinskiy'],
])('%s is %s in the Russian manner of older passports', (text, expected) =>
  expect(romanise(text, UKRAINIAN_OLD)).toBe(expected),
);
