import { expect, test } from 'vitest';
import { markWords } from '../../../../src/core/names/index.ts';

const PERSON = { kind: 'person' } as const;
const signs = (left: string, right: string) => {
  const marked = markWords(left, right, PERSON);
  return [marked.left, marked.right].map((words) =>
    words.map(({ text, sign }) => `${text}:${sign}`).join(' '),
  );
};

test('each written word says how it stands to the other name, in any order and alphabet', () => {
  expect(signs('Ткачук Олександр Іванович', 'Alexandru Tcaciuc')).toEqual([
    'Ткачук:same Олександр:same Іванович:alone',
    'Alexandru:same Tcaciuc:same',
  ]);
  expect(signs('Ткачук Олександр Іванович', 'Oleksandr Tkachuk')[0]).toBe(
    'Ткачук:same Олександр:same Іванович:alone',
  );
  expect(signs('Іван Бондаренко', 'Іван Мельник')[0]).toBe('Іван:same Бондаренко:different');
  expect(signs('Марія Бондаренко', 'Marina Bondarchuk')).toEqual([
    'Марія:different Бондаренко:different',
    'Marina:different Bondarchuk:different',
  ]);
});

test('an initial is similar, titles and nicknames stand alone, signs around a word stay', () => {
  expect(signs('dr. Ion «Moș» Inventat', 'Inventat, I.')).toEqual([
    'dr.:alone Ion:similar «Moș»:alone Inventat:same',
    'Inventat,:same I.:similar',
  ]);
});

test('a double surname is as its worse half', () => {
  expect(signs('Олена Коваль-Бондар', 'Olena Koval-Melnyk')[0]).toBe('Олена:same Коваль-Бондар:different');
});

test('nothing is marked where one name is empty; a name in an unknown script is compared as it is', () => {
  expect(signs('Ion Inventat', '')).toEqual(['Ion:alone Inventat:alone', '']);
  expect(signs('李 明', '李 明')).toEqual(['李:same 明:same', '李:same 明:same']);
});
