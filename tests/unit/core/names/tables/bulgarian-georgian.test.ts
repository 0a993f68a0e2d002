import { expect, test } from 'vitest';
import { BULGARIAN_2009 } from '../../../../../src/core/names/tables/bulgarian-2009.ts';
import { GEORGIAN_2002 } from '../../../../../src/core/names/tables/georgian-2002.ts';
import { romanise } from '../../../../../src/core/names/transliterate.ts';

test.each([
  ['Щерев', 'shterev'],
  ['Къшовски', 'kashovski'],
  ['Юлиян', 'yuliyan'],
  ['Хаджийски', 'hadzhiyski'],
  ['София', 'sofia'],
  ['Българияна', 'balgariyana'],
  ['Кралимарко Синьов', 'kralimarko sinyov'],
])('%s is %s by the Bulgarian act of 2009', (text, expected) =>
  expect(romanise(text, BULGARIAN_2009)).toBe(expected),
);

test.each([
  ['გიორგი', 'giorgi'],
  ['ჩხეტიანი', 'chkhetiani'],
  ['წიკლაძე', 'tsikladze'],
  ['ღვინჯილია', 'ghvinjilia'],
  ['ყიფშიძე', 'qipshidze'],
  ['ჟღენტი', 'zhghenti'],
])('%s is %s by the Georgian system of 2002', (text, expected) =>
  expect(romanise(text, GEORGIAN_2002)).toBe(expected),
);

test('letters that passports write alike become one', () => {
  expect(romanise('კაპატა', GEORGIAN_2002)).toBe(romanise('ქაფათა', GEORGIAN_2002));
});
