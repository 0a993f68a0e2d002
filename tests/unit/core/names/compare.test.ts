import { describe, expect, test } from 'vitest';
import english from '../../../../resources/locales/en/questions.json' with { type: 'json' };
import {
  ALL_MODES,
  compareNames,
  daitchMokotoff,
  NAME_REASONS,
  type NameModes,
  PLAUSIBLE_NAME,
  prepareName,
} from '../../../../src/core/names/index.ts';

const OFF: NameModes = { diacritics: false, transliterated: false, phonetic: false, givenNames: false };

test('each word has its rule', () => {
  expect(compareNames('Олександр Петрович Шевченко', 'Șevcenco Alexandru').words).toEqual([
    { left: 'Олександр', right: 'Alexandru', verdict: 'same', rule: 'same-given-name' },
    { left: 'Петрович', right: null, verdict: 'missing', rule: 'part-missing' },
    { left: 'Шевченко', right: 'Șevcenco', verdict: 'same', rule: 'same-sound' },
  ]);
});

test('every reason has its sentence', () => {
  expect(Object.keys(english.reason).sort()).toEqual([...NAME_REASONS].sort());
});

describe('modes', () => {
  const above = (left: string, right: string, modes: Partial<NameModes>): boolean =>
    compareNames(left, right, { modes }).score >= PLAUSIBLE_NAME;
  const cases: readonly [keyof NameModes, string, string][] = [
    ['diacritics', 'Ștefan Băieșu', 'Stefan Baiesu'],
    ['transliterated', 'Тарас Косаренко', 'Taras Kosarenko'],
    ['phonetic', 'Taras Ševčenko', 'Taras Szewczenko'],
    ['givenNames', 'Ivan Moldovanets', 'János Moldovanets'],
  ];
  test.each(cases)('%s alone finds %s', (mode, left, right) => {
    expect(above(left, right, { ...OFF, [mode]: true })).toBe(true);
  });
  test.each(cases)('without any, %s does not find %s', (_, left, right) => {
    expect(compareNames(left, right, { modes: OFF }).score).toBe(0);
  });
  test('without phonetic no slip of the pen passes', () => {
    expect(above('Valentyna Horobchenko', 'Valentyna Horobchnko', ALL_MODES)).toBe(true);
    expect(above('Valentyna Horobchenko', 'Valentyna Horobchnko', { phonetic: false })).toBe(false);
  });
  test('exact is blind for case, blanks and look-alike letters only', () => {
    expect(compareNames('тaрас  КОСАРЕНКО', 'Тарас Косаренко', { modes: OFF }).score).toBe(1);
    expect(compareNames('Тарас Косаренко', 'Косаренко Тарас', { modes: OFF }).score).toBe(0);
  });
});

describe('one person', () => {
  test.each([
    ['Сергій Лавренко', 'Lavrenko Sergey Viktorovich'],
    ['Rusu Ion Vasile', 'Русу Иван Васильевич'],
    ['Петренко Ганна Яківна', 'Petrenko Anna Iakovlevna'],
    ['Алиев Вугар Гейдар оглы', 'Aliyev Vugar Heydarovich'],
    ['Мельник Ю. О.', 'Мельник Юрій Олексійович'],
    ['Сяргей Шаўчэнка', 'Sergey Shevchenko'],
    ['Vladimiras Škurinas', 'Владимир Шкурин'],
    ['Olga Petrauskienė', 'Ольга Петраускене'],
    ['Марина Сытникова (Клюева)', 'Марина Клюева'],
    ['Maria Popescu-Ionescu', 'Maria Popescu'],
    ['Maria Ivanov', 'Мария Иванова'],
    ['Kőrösi Ödön', 'KOEROESI OEDOEN'],
    ['Viktor Iouchtchenko', 'Віктор Ющенко'],
  ])('%s = %s', (left, right) =>
    expect(compareNames(left, right).score).toBeGreaterThanOrEqual(PLAUSIBLE_NAME),
  );
});

describe('two persons', () => {
  test.each([
    ['Rusu Ion Vasile', 'Rusu Ion Petru', 'given-name-different'],
    ['Rusu Ion Vasile', 'Русу Иван Петрович', 'patronymic-different'],
    ['Петренко Іван Олексійович', 'Petrenko Ivan Aleksandrovich', 'patronymic-different'],
    ['Мельник Ю. О.', 'Мельник Юрій Петрович', 'patronymic-different'],
    ['О. Гринчишин', 'Іван Гринчишин', 'initial-different'],
    ['Ivanov', 'Ivanova', 'other-sex'],
    ['Anna Kowalska', 'Jan Kowalski', 'given-name-different'],
    ['Іван Петренко мол.', 'Іван Петренко ст.', 'other-generation'],
    ['Olga Kuznetsova', 'Olga Kuznets', 'part-different'],
    ['Ivan Romanov', 'Ivan Rozanov', 'part-different'],
    ['Ivan Zakharenko', 'Ivan Zakharchenko', 'part-different'],
    ['Gabriela Popa', 'Gabriela Pop', 'part-different'],
    ['Тарас', 'Тарас Косаренко', 'part-missing'],
  ])('%s ≠ %s: %s', (left, right, reason) => {
    const found = compareNames(left, right);
    expect(found.score).toBeLessThan(PLAUSIBLE_NAME);
    expect(found.reasons).toContain(reason);
  });
});

test('prepared names score as their texts do', () => {
  const [left, right] = ['Олександр Ткачук', 'Alexandru Tcaciuc'];
  expect(compareNames(prepareName(left), prepareName(right))).toEqual(compareNames(left, right));
});

describe('Daitch–Mokotoff codes', () => {
  test.each([
    ['auerbach', ['097500', '097400']],
    ['ohrbach', ['097500', '097400']],
    ['lipshitz', ['874400']],
    ['lippszyc', ['874500', '874400']],
    ['lewinsky', ['876450']],
    ['moskowitz', ['645740']],
    ['peters', ['739400', '734000']],
    ['shevchenko', ['475650', '474650']],
  ])('of %s', (word, codes) => expect(daitchMokotoff(word).sort()).toEqual(codes.sort()));
  test('a word of other letters has none', () => expect(daitchMokotoff('李')).toEqual(['000000']));
});
