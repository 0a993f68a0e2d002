import { expect, test } from 'vitest';
import { RUSSIAN_BGN } from '../../../../../src/core/names/tables/russian-bgn.ts';
import { RUSSIAN_GOST } from '../../../../../src/core/names/tables/russian-gost.ts';
import { RUSSIAN_ICAO } from '../../../../../src/core/names/tables/russian-icao.ts';
import { RUSSIAN_PLAIN } from '../../../../../src/core/names/tables/russian-plain.ts';
import { romanise } from '../../../../../src/core/names/transliterate.ts';

test.each([
  ['Юрий', 'iurii'],
  ['Сергей', 'sergei'],
  ['Подъячев', 'podieiachev'],
  ['Цыбулин', 'tsybulin'],
  ['Щёкин', 'shchekin'],
  ['Эльза', 'elza'],
  ['Михайлов', 'mikhailov'],
])('%s is %s by ICAO Doc 9303', (text, expected) => expect(romanise(text, RUSSIAN_ICAO)).toBe(expected));

test.each([
  ['Цыбулин', 'tcybulin'],
  ['Подъячев', 'podiachev'],
  ['Яценюк', 'iatceniuk'],
])('%s is %s by GOST R 52535.1', (text, expected) => expect(romanise(text, RUSSIAN_GOST)).toBe(expected));

test.each([
  ['Евгений', 'yevgeniy'],
  ['Андреев', 'andreyev'],
  ['Григорьев', 'grigoryev'],
  ['Юлия', 'yuliya'],
  ['Ёлкин', 'yelkin'],
  ['Щукин', 'shchukin'],
])('%s is %s by BGN/PCGN', (text, expected) => expect(romanise(text, RUSSIAN_BGN)).toBe(expected));

test('the everyday spelling has a bare e inside words', () => {
  expect(romanise('Андреев Евгений', RUSSIAN_PLAIN)).toBe('andreev yevgeniy');
});
