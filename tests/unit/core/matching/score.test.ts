import { describe, expect, it, test } from 'vitest';
import {
  compareBirths,
  evidenceOf,
  type MatchSide,
  readBirth,
  readSex,
  ruleChanges,
  scorePair,
  WORTH_A_LOOK,
} from '../../../../src/core/matching/index.ts';

const AS_DELIVERED = ruleChanges([]);

function side(change: Partial<MatchSide>): MatchSide {
  return {
    type: 'person',
    names: [],
    births: [],
    sexes: [],
    identifiers: [],
    places: [],
    neighbours: [],
    ...change,
  };
}

function scored(left: Partial<MatchSide>, right: Partial<MatchSide>) {
  const { score, reasons } = scorePair(side(left), side(right), AS_DELIVERED);
  return { score, codes: reasons.map(({ code }) => code) };
}

const TKACHUK = { names: ['Олександр Ткачук'] };
const TCACIUC = { names: ['Alexandru Tcaciuc'] };

describe('a date of birth', () => {
  test.each([
    ['1984-03-12', '1984-03-12'],
    ['12.03.1984', '1984-03-12'],
    ['1984-03', '1984-03'],
    ['1984', '1984'],
    ['unknown', null],
  ])('%s is read as %s and no further', (text, expected) => {
    expect(readBirth(text)).toBe(expected);
  });

  test.each([
    ['1984-03-12', '1984-03-12', 'same'],
    ['1984-03-12', '1984', 'compatible'],
    ['1984-03', '1984-03-12', 'compatible'],
    ['1984-03-12', '1984-12-03', 'swapped'],
    ['1984-03-12', '1984-03-21', 'slip'],
    ['1984-03-12', '1983-03-12', 'conflict'],
    ['1984', '1985-01-01', 'conflict'],
    ['1984-03', '1984-04-12', 'conflict'],
  ])('%s and %s: %s', (left, right, expected) => {
    expect(compareBirths(left, right)).toBe(expected);
    expect(compareBirths(right, left)).toBe(expected);
  });
});

describe('the score of a pair', () => {
  it('is worth a look for one name in two alphabets, and far more with the day of birth', () => {
    const alone = scored(TKACHUK, TCACIUC);
    const born = scored({ ...TKACHUK, births: ['1984-03-12'] }, { ...TCACIUC, births: ['1984-03-12'] });
    expect(alone.score).toBeGreaterThan(WORTH_A_LOOK);
    expect(born.score).toBeGreaterThan(0.95);
    expect(born.codes).toEqual(expect.arrayContaining(['nameSame', 'birthSame']));
  });

  it('is not worth a look for a namesake born in another year, or of the other sex and nothing else', () => {
    const other = scored({ ...TKACHUK, births: ['1984'] }, { ...TCACIUC, births: ['1991-05-02'] });
    expect(other.codes).toContain('birthConflict');
    expect(other.score).toBeLessThan(WORTH_A_LOOK);
    const sex = scored({ ...TKACHUK, sexes: ['male'] }, { ...TCACIUC, sexes: ['female'] });
    expect(sex.score).toBeLessThan(WORTH_A_LOOK);
  });

  it('takes day and month swapped for a weak sign, weaker than the same year', () => {
    const base = scored(TKACHUK, TCACIUC).score;
    const swapped = scored({ ...TKACHUK, births: ['1984-03-12'] }, { ...TCACIUC, births: ['1984-12-03'] });
    const year = scored({ ...TKACHUK, births: ['1984'] }, { ...TCACIUC, births: ['1984-12-03'] });
    expect(swapped.score).toBeGreaterThan(base);
    expect(year.score).toBeGreaterThan(swapped.score);
  });

  it('is high for one passport under two names and low for two personal numbers of one country', () => {
    const passport = { kind: 'document-number', value: 'MD:A1234567' };
    const one = scored(
      { ...TKACHUK, identifiers: [passport] },
      { names: ['Ion Rusu'], identifiers: [passport] },
    );
    expect(one.score).toBeGreaterThan(WORTH_A_LOOK);
    const number = (value: string) => [{ kind: 'personal-number', value }];
    const two = scored(
      { ...TKACHUK, births: ['1984-03-12'], identifiers: number('MD:2001001234561') },
      { ...TCACIUC, births: ['1984-03-12'], identifiers: number('MD:2001001234572') },
    );
    expect(two.codes[0]).toBe('identifierConflict');
    expect(two.score).toBeLessThan(WORTH_A_LOOK);
    const abroad = scored(
      { ...TKACHUK, identifiers: number('MD:2001001234561') },
      { ...TCACIUC, identifiers: number('UA:3075412345') },
    );
    expect(abroad.codes).not.toContain('identifierConflict');
  });

  it('weighs a contact few others have above one that everybody has', () => {
    const near = (degree: number) => ({ neighbours: [{ id: 'x', degree }] });
    const rare = scored({ ...TKACHUK, ...near(2) }, { ...TCACIUC, ...near(2) }).score;
    const hub = scored({ ...TKACHUK, ...near(900) }, { ...TCACIUC, ...near(900) }).score;
    expect(rare).toBeGreaterThan(hub);
    expect(hub).toBeGreaterThan(scored(TKACHUK, TCACIUC).score);
  });

  it('does not depend on the side', () => {
    const left = { ...TKACHUK, births: ['1984'], places: ['Бельці'] };
    const right = { ...TCACIUC, births: ['1984-03-12'], places: ['Бельці'] };
    expect(scored(left, right)).toEqual(scored(right, left));
    expect(scored(left, right).codes).toContain('placeShared');
  });
});

test('evidence is the same from either side and grows by what is new only', () => {
  const left = side({ ...TKACHUK, births: ['1984'] });
  const right = side(TCACIUC);
  expect(evidenceOf(left, right)).toEqual(evidenceOf(right, left));
  const more = side({ ...TCACIUC, identifiers: [{ kind: 'plate', value: 'MD:ABC123' }] });
  const before = evidenceOf(left, right).map(({ value }) => value);
  const added = evidenceOf(left, more).filter(({ value }) => !before.includes(value));
  expect(added).toEqual([{ kind: 'identifier', value: 'plate MD:ABC123' }]);
});

test.each([
  ['M', 'male'],
  ['чол.', 'male'],
  ['Жінка', 'female'],
  ['femeie', 'female'],
  ['?', null],
])('%s is read as %s', (text, expected) => {
  expect(readSex(text)).toBe(expected);
});
