import { describe, expect, test } from 'vitest';
import { parsePersonName } from '../../../../src/core/names/index.ts';

describe('order', () => {
  test.each([
    ['Тарабанько Максим', 'surname first'],
    ['Максим Тарабанько', 'given name first'],
    ['ТАРАБАНЬКО Максим', 'surname in capitals'],
    ['Тарабанько, Максим', 'comma'],
    ['ТАРАБАНЬКО<<МАКСИМ', 'machine-readable zone'],
  ])('%s: %s', (text) => {
    const { surnames, given } = parsePersonName(text);
    expect([surnames, given].map((words) => words.map((word) => word.toLowerCase()))).toEqual([
      ['тарабанько'],
      ['максим'],
    ]);
  });

  test('two given names leave open which is the surname', () => {
    expect(parsePersonName('Roman Pavel')).toMatchObject({
      surnames: [],
      given: [],
      unassigned: ['Roman', 'Pavel'],
    });
  });

  test('a double surname is one, whatever its parts are', () => {
    expect(parsePersonName('Ilie Popescu-Radu').surnames).toEqual(['Popescu', 'Radu']);
  });
});

describe('father’s name', () => {
  test.each([
    ['Чумак Іван Петрович', 'Петрович', 'm'],
    ['Іван Петрович Чумак', 'Петрович', 'm'],
    ['Олена Іллівна Чумак', 'Іллівна', 'f'],
    ['Кунцэвіч Алесь Мікалаевіч', 'Мікалаевіч', 'm'],
    ['Petrenko Ivan Nikolaevich', 'Nikolaevich', 'm'],
    ['Rusu Ion Vasilievici', 'Vasilievici', 'm'],
    ['Алиев Вугар Гейдар оглы', 'Гейдар', 'm'],
    ['Aliyeva Leyla Heydar qizi', 'Heydar', 'f'],
    ['Rusu Ion fiul lui Vasile', 'Vasile', 'm'],
  ])('of %s is %s', (text, patronymic, sex) => {
    expect(parsePersonName(text)).toMatchObject({ patronymic, sex });
  });

  test('a surname in -ovych is none', () => {
    expect(parsePersonName('Петрович Іван Іванович')).toMatchObject({
      surnames: ['Петрович'],
      given: ['Іван'],
      patronymic: 'Іванович',
    });
    expect(parsePersonName('Марко Петрович').patronymic).toBeNull();
  });

  test('the second of two initials stands for it', () => {
    expect(parsePersonName('Петренко І.В.')).toMatchObject({
      surnames: ['Петренко'],
      given: ['І'],
      patronymic: 'В',
    });
  });
});

describe('what is not the name', () => {
  test.each([
    ['полковник Гринюта Віктор', ['полковник']],
    ['Dr. Tibor Halmágyi', ['Dr']],
    ['гр. Пилявець Богдан', ['гр']],
  ])('titles of %s', (text, titles) => expect(parsePersonName(text).titles).toEqual(titles));

  test.each([
    ['Ігор "Кабан" Плахотнюк', 'Кабан'],
    ['Sergiu «Pitbul» Lazări', 'Pitbul'],
    ['Andrei „Bubu” Ursu', 'Bubu'],
  ])('nickname of %s', (text, nickname) => expect(parsePersonName(text).nicknames).toEqual([nickname]));

  test.each([
    ['Оксана Дрозденко (Лобода)', 'Лобода'],
    ['Inna Rusnac (născută Voloșin)', 'Voloșin'],
    ['Anna Bednarczuk z domu Sowa', 'Sowa'],
    ['Maria Rusu née Ceban', 'Ceban'],
    ['Марина Сытникова, урожд. Клюева', 'Клюева'],
    ['Олена Мороз (дівоче Ткач)', 'Ткач'],
    ['Kiss Anna (szül. Nagy)', 'Nagy'],
  ])('former surname of %s', (text, former) =>
    expect(parsePersonName(text).formerSurnames).toEqual([former]),
  );

  test('particles', () => {
    expect(parsePersonName('Jan van der Berg')).toMatchObject({
      particles: ['van', 'der'],
      surnames: ['Berg'],
    });
    expect(parsePersonName('Ahmed al-Rashid').particles).toEqual(['al']);
  });
});
