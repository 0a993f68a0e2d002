import { describe, expect, test } from 'vitest';
import data from '../../../../resources/names/given-names.json' with { type: 'json' };
import {
  compareNames,
  type GivenNameEntry,
  givenNamesFrom,
  prepareName,
} from '../../../../src/core/names/index.ts';

const entries = data as readonly GivenNameEntry[];

test('the list has families for men and for women, each with a name', () => {
  for (const sex of ['m', 'f']) {
    expect(entries.filter((entry) => entry.sex === sex && entry.names.length > 3).length).toBeGreaterThan(60);
  }
  expect(entries.filter((entry) => entry.names.length === 0)).toEqual([]);
});

test('no word of the list is written in two alphabets or twice in one family', () => {
  for (const { names, short = [] } of entries) {
    const all = [...names, ...short];
    expect(all.filter((name) => /\p{Script=Latin}/u.test(name) && /\p{Script=Cyrillic}/u.test(name))).toEqual(
      [],
    );
    expect(new Set(names).size).toBe(names.length);
  }
});

const rule = (left: string, right: string) => compareNames(left, right).words.map((word) => word.rule);

describe('one name in many languages', () => {
  test.each([
    ['Oleksandr', 'Sándor'],
    ['Oleksandr', 'Alexandru'],
    ['ალექსანდრე', 'Аляксандр'],
    ['Ivan', 'János'],
    ['Jānis', 'Іван'],
    ['Olena', 'Elena'],
    ['Георгій', 'György'],
    ['Юрій', 'Jüri'],
    ['Миша', 'Mihai'],
    ['Ganna', 'Anna'],
    ['Volha', 'Ольга'],
  ])('%s = %s', (left, right) =>
    expect(rule(`${left} Zabužko`, `${right} Zabužko`)).toContain('same-given-name'),
  );
});

describe('other names', () => {
  test.each([
    ['Юрій', 'Георгій'],
    ['Oleksandr', 'Oleksandra'],
    ['Maria', 'Marina'],
    ['Igor', 'Egor'],
    ['Сергій', 'Северин'],
  ])('%s ≠ %s', (left, right) =>
    expect(rule(`${left} Zabužko`, `${right} Zabužko`)).toContain('given-name-different'),
  );
});

test('a surname is never equal by a family of given names', () => {
  expect(compareNames('Taras Kowalenko Petro', 'Taras Kowalenko Pál').score).toBeLessThan(0.7);
  expect(compareNames('ЯНКО, Тарас', 'ІВАНЕЦЬ, Тарас').score).toBeLessThan(0.7);
  expect(compareNames('PETRU, Zoia', 'PÁL, Zoia').score).toBeLessThan(0.7);
});

describe('a user’s own list', () => {
  const own = givenNamesFrom(entries, [
    { sex: 'm', names: ['Олександр', 'Сканчо'] },
    { sex: 'f', names: ['Вербена', 'Verbina'] },
  ]);
  test('adds forms to a family there is and families there are not', () => {
    expect(compareNames('Сканчо Коваль', 'Alexandru Koval', { givenNames: own }).score).toBeGreaterThan(0.9);
    expect(compareNames('Вербена Коваль', 'Verbina Koval', { givenNames: own }).score).toBeGreaterThan(0.9);
  });
  test('changes nothing without being passed', () => {
    expect(compareNames('Сканчо Коваль', 'Alexandru Koval').score).toBeLessThan(0.7);
  });
  test('goes with the names prepared by it', () => {
    const [left, right] = [prepareName('Сканчо Коваль', own), prepareName('Alexandru Koval', own)];
    expect(compareNames(left, right).score).toBeGreaterThan(0.9);
  });
});
