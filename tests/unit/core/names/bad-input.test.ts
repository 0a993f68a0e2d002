import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  blockingKeys,
  compareNames,
  foldName,
  parseOrganisationName,
  parsePersonName,
} from '../../../../src/core/names/index.ts';

/** Text as lists hold it: words of the alphabets, initials, quotes, brackets, digits, emoji, signs without width. */
const piece = fc.oneof(
  fc.constantFrom(
    'Іван',
    'Ion',
    'Петрович',
    'Ткачук',
    'Tcaciuc',
    'გიორგი',
    'Ковaль',
    'ТОВ',
    'SRL',
    'née',
    'oglu',
    'd.',
  ),
  fc.constantFrom(
    'А.',
    'І.В.',
    '"Кабан"',
    '(Лобода)',
    '<<',
    ',',
    '-',
    "'",
    '\u200b',
    '😀',
    '7',
    '№ 14',
    '李',
    'محمد',
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);
const name = fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(' '));

test('never fails, scores between 0 and 1, and does not depend on the side', () => {
  fc.assert(
    fc.property(name, name, fc.constantFrom('person', 'organisation', undefined), (left, right, kind) => {
      const wish = kind === undefined ? {} : { kind };
      const found = compareNames(left, right, wish);
      expect(found.score).toBeGreaterThanOrEqual(0);
      expect(found.score).toBeLessThanOrEqual(1);
      const turned = compareNames(right, left, wish);
      expect(turned.score).toBe(found.score);
      expect([...turned.reasons].sort()).toEqual([...found.reasons].sort());
      const said = found.words.map((word) => `${word.left}|${word.right}|${word.rule}`);
      expect(turned.words.map((word) => `${word.right}|${word.left}|${word.rule}`).sort()).toEqual(
        said.sort(),
      );
    }),
    { numRuns: 1500 },
  );
});

test('a name is itself, and shares a key with itself in capitals', () => {
  fc.assert(
    fc.property(
      name.filter((text) => /\p{L}/u.test(text)),
      (text) => {
        expect(compareNames(text, text).score).toBe(1);
        const keys = new Set(blockingKeys(text));
        expect(blockingKeys(` ${text}  `).some((key) => keys.has(key))).toBe(true);
      },
    ),
    { numRuns: 800 },
  );
});

test('parsing loses no word that could be a name and never fails', () => {
  fc.assert(
    fc.property(name, (text) => {
      parsePersonName(text);
      parseOrganisationName(text);
      expect(typeof foldName(text)).toBe('string');
    }),
    { numRuns: 800 },
  );
});

describe('what is no name is told, not guessed', () => {
  test.each([
    ['', 'Ivan', 'empty'],
    ['  \u200b ', '', 'empty'],
    ['x'.repeat(10_000), 'Ivan', 'too-long'],
    ['李伟 王', '李偉 王', 'unknown-alphabet'],
    ['Vehicle 14', 'Vehicle 41', 'number-different'],
  ])('%#', (left, right, reason) => {
    const found = compareNames(left, right);
    expect(found.score).toBeLessThan(0.5);
    expect(found.reasons).toContain(reason);
  });

  test('letters of two alphabets in one word are reported', () => {
    const found = compareNames('Тaрас Кoсаренко', 'Taras Kosarenko');
    expect(found.score).toBeGreaterThan(0.9);
    expect(found.reasons).toContain('look-alike-letters');
  });

  test('an alphabet without a table is compared as it is written', () => {
    expect(compareNames('محمد علی', 'محمد علی').score).toBe(1);
    expect(compareNames('محمد علی', 'Muhammad Ali').score).toBeLessThan(0.3);
    expect(blockingKeys('محمد')).toEqual(['=محمد']);
  });
});

test('a name of ten thousand letters, or of a thousand words, takes no time', () => {
  const started = performance.now();
  for (const long of [
    'ж'.repeat(10_000),
    'ab '.repeat(3_000),
    '"'.repeat(10_000),
    '(а'.repeat(5_000),
    'Ван '.repeat(99),
  ]) {
    compareNames(long, 'Ivan Petrenko');
    expect(compareNames(long, long).score).toBeLessThanOrEqual(1);
    compareNames(long, `${long}а`);
    parsePersonName(long);
    blockingKeys(long);
  }
  expect(performance.now() - started).toBeLessThan(3_000);
});
