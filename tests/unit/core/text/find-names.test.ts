import { expect, test } from 'vitest';
import { NameFinder } from '../../../../src/core/text/find-names.ts';
import { nameShutter } from '../../../../src/core/text/shut-names.ts';
import { around, findWord } from '../../../../src/core/text/snippet.ts';

const finder = new NameFinder([
  { name: 'Олена Коваль', of: 'olena' },
  { name: 'Petrenco Andrei', of: 'andrei' },
  { name: 'Ana', of: 'ana' },
  { name: 'Zorile SRL', of: 'zorile' },
]);
const found = (text: string) => finder.find(text).map(({ of, raw }) => [of, raw]);

test('a name is found in other alphabets, orders and endings', () => {
  expect(found('Свідок бачила Коваль Олену.')).toEqual([['olena', 'Коваль Олену']]);
  expect(found('Olena Koval was seen')).toEqual([['olena', 'Olena Koval']]);
  expect(found('lui Andrei Petrencu, cetățean')).toEqual([['andrei', 'Andrei Petrencu']]);
  expect(found('firma Zorile SRL')).toEqual([['zorile', 'Zorile SRL']]);
});

test('half a name, far words and short single words are none', () => {
  expect(found('Олена сказала')).toEqual([]);
  expect(found('Олена пішла потім прийшла інша жінка на ім’я Коваль')).toEqual([]);
  expect(found('Ana a plecat')).toEqual([]);
});

test('every word of a protected name is written over, the rest stays', () => {
  const shut = nameShutter(['Олена Коваль']);
  expect(shut('Потерпіла Коваль О., Олени не було; Koval')).toBe('Потерпіла █████ О., █████ не було; █████');
  expect(nameShutter([])('Олена')).toBe('Олена');
});

test('a snippet is cut at blanks on either side of the word', () => {
  const text = `${'слово '.repeat(30)}Одеса ${'місто '.repeat(30)}`;
  const place = findWord(text, ['odes']);
  expect(place).not.toBeNull();
  const { before, after } = around(text, place?.start ?? 0, place?.end ?? 0, 20);
  expect(before).toMatch(/^…(слово )+$/);
  expect(after).toMatch(/^( місто)+…$/);
});
