import { describe, expect, test } from 'vitest';
import { compareNames, PLAUSIBLE_NAME, parseOrganisationName } from '../../../../src/core/names/index.ts';

describe('legal form', () => {
  test.each([
    ['ТОВ «Альфа»', 'limited'],
    ['Товариство з обмеженою відповідальністю "Альфа"', 'limited'],
    ['ООО Альфа', 'limited'],
    ['Alfa S.R.L.', 'limited'],
    ['Alfa OÜ', 'limited'],
    ['SIA Alfa', 'limited'],
    ['UAB „Alfa“', 'limited'],
    ['Alfa Sp. z o.o.', 'limited'],
    ['Alfa Kft.', 'limited'],
    ['Alfa, s. r. o.', 'limited'],
    ['შპს ალფა', 'limited'],
    ['ЕООД Алфа', 'limited'],
    ['АТ «Альфа»', 'joint-stock'],
    ['Alfa Zrt.', 'joint-stock'],
    ['AB Alfa', 'joint-stock'],
    ['Alfa a.s.', 'joint-stock'],
    ['ФОП Коваль Ірина', 'sole-trader'],
    ['ИП Сергеев', 'sole-trader'],
    ['Î.I. Ceban', 'sole-trader'],
    ['ПП «Зоря»', 'private-enterprise'],
    ['Alfa sp. j.', 'partnership'],
    ['MTÜ Alfa', 'association'],
  ])('of %s is %s', (text, form) => {
    const parsed = parseOrganisationName(text);
    expect(parsed.forms).toEqual([form]);
    expect(parsed.core.length).toBeGreaterThan(0);
  });

  test('a company named like a form keeps a name', () => {
    expect(parseOrganisationName('ТОВ').core).toEqual(['ТОВ']);
  });
});

const same = (left: string, right: string): number =>
  compareNames(left, right, { kind: 'organisation' }).score;

test.each([
  ['ТОВ «Дністер-Логістик»', 'Dnister-Logistyk LLC'],
  ['Baltic Trade OÜ', 'UAB Baltic Trade'],
  ['АТ Укрзалізо', 'Акціонерне товариство Укрзалізо'],
  ['Vinograd-Com SRL', 'Виноград-Ком'],
  ['ИП Сергеев А.В.', 'ИП Сергеев Алексей Викторович'],
])('%s = %s', (left, right) => expect(same(left, right)).toBeGreaterThanOrEqual(PLAUSIBLE_NAME));

test.each([
  ['ТОВ «Альфа-Строй»', 'АТ «Альфа-Строй»'],
  ['Альфа Груп', 'Альфа'],
  ['Автобаза № 14', 'Автобаза № 41'],
  ['ФОП Гайдамака Олег', 'ФОП Гайдамака Інна'],
  ['Prut Agro SRL', 'Prut Auto SRL'],
])('%s ≠ %s', (left, right) => expect(same(left, right)).toBeLessThan(PLAUSIBLE_NAME));

test('the reason names both forms', () => {
  expect(compareNames('ТОВ «Альфа»', 'АТ «Альфа»').words).toContainEqual({
    left: 'ТОВ',
    right: 'АТ',
    verdict: 'different',
    rule: 'legal-form-different',
  });
});
