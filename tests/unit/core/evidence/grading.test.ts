import fc from 'fast-check';
import { expect, test } from 'vitest';
import { approximate } from '../../../../src/core/evidence/grade-mapping.ts';
import {
  GRADING_SCHEME_NAMES,
  GRADING_SCHEMES,
  type GradeOf,
  type GradingScheme,
  gradeSet,
  isGrade,
  UNGRADED,
} from '../../../../src/core/evidence/grading.ts';

type Part = 'source' | 'information';
const schemes = fc.constantFrom(...GRADING_SCHEME_NAMES);
const codes = (scheme: GradingScheme, part: Part): readonly string[] => GRADING_SCHEMES[scheme][part];
const grades: fc.Arbitrary<GradeOf> = schemes.chain((scheme) =>
  fc.record({
    scheme: fc.constant(scheme),
    source: fc.constantFrom(...codes(scheme, 'source')),
    information: fc.constantFrom(...codes(scheme, 'information')),
  }),
);
const rank = (scheme: GradingScheme, part: Part, code: string): number => codes(scheme, part).indexOf(code);
const best = (scheme: GradingScheme, part: Part, found: readonly string[]): number =>
  Math.min(...found.map((code) => rank(scheme, part, code)));

/** The table of the domain facts, written out by hand a second time. */
const AGREED: readonly [GradingScheme, GradingScheme, Part, string, readonly string[]][] = [
  ['europol-4x4', 'admiralty-6x6', 'source', 'A', ['A']],
  ['europol-4x4', 'admiralty-6x6', 'source', 'B', ['B']],
  ['europol-4x4', 'admiralty-6x6', 'source', 'C', ['D', 'E']],
  ['europol-4x4', 'admiralty-6x6', 'source', 'X', ['F']],
  ['admiralty-6x6', 'europol-4x4', 'source', 'C', ['B', 'C']],
  ['europol-4x4', 'admiralty-6x6', 'information', '1', ['1']],
  ['europol-4x4', 'admiralty-6x6', 'information', '2', ['2']],
  ['europol-4x4', 'admiralty-6x6', 'information', '3', ['2', '3']],
  ['europol-4x4', 'admiralty-6x6', 'information', '4', ['4', '5', '6']],
  ['uk-3x5x2', 'europol-4x4', 'source', '1', ['A', 'B']],
  ['uk-3x5x2', 'europol-4x4', 'source', '2', ['X']],
  ['uk-3x5x2', 'europol-4x4', 'source', '3', ['C']],
  ['uk-3x5x2', 'europol-4x4', 'information', 'A', ['2']],
  ['uk-3x5x2', 'europol-4x4', 'information', 'B', ['3']],
  ['uk-3x5x2', 'europol-4x4', 'information', 'C', ['4']],
  ['uk-3x5x2', 'europol-4x4', 'information', 'D', ['4']],
  ['uk-3x5x2', 'europol-4x4', 'information', 'E', ['4']],
];

test.each(AGREED)('%s → %s: %s %s is %s', (from, to, part, code, expected) => {
  const grade = {
    scheme: from,
    source: codes(from, 'source')[0] ?? '',
    information: codes(from, 'information')[0] ?? '',
    [part]: code,
  };
  expect(approximate(grade, to)[part]).toEqual(expected);
});

test('the original is kept, the mapped codes are of the other scheme, and a set is never empty', () => {
  fc.assert(
    fc.property(grades, schemes, (grade, scheme) => {
      const mapped = approximate(grade, scheme);
      expect(mapped.original).toBe(grade);
      expect(mapped.approximate).toBe(grade.scheme !== scheme);
      for (const part of ['source', 'information'] as const) {
        expect(mapped[part].length).toBeGreaterThan(0);
        for (const code of mapped[part]) expect(codes(scheme, part)).toContain(code);
      }
      if (grade.scheme === scheme) {
        expect(mapped.source).toEqual([grade.source]);
        expect(mapped.information).toEqual([grade.information]);
      }
    }),
  );
});

test('a worse code never becomes a better one than a better code does', () => {
  fc.assert(
    fc.property(grades, grades, schemes, (left, right, scheme) => {
      const other = { ...right, scheme: left.scheme };
      fc.pre(isGrade(other));
      const [one, two] = [approximate(left, scheme), approximate(other, scheme)];
      const isJudged = (grade: GradeOf) => grade.source !== GRADING_SCHEMES[grade.scheme].unjudged;
      if (
        rank(left.scheme, 'information', left.information) <=
        rank(left.scheme, 'information', other.information)
      )
        expect(best(scheme, 'information', one.information)).toBeLessThanOrEqual(
          best(scheme, 'information', two.information),
        );
      if (!isJudged(left) || !isJudged(other)) return;
      if (rank(left.scheme, 'source', left.source) <= rank(left.scheme, 'source', other.source))
        expect(best(scheme, 'source', one.source)).toBeLessThanOrEqual(best(scheme, 'source', two.source));
    }),
  );
});

test('a source nobody can judge stays one nobody can judge, and no other becomes one', () => {
  fc.assert(
    fc.property(grades, schemes, (grade, scheme) => {
      const unjudged = GRADING_SCHEMES[grade.scheme].unjudged === grade.source;
      const mapped = approximate(grade, scheme).source;
      expect(mapped.every((code) => code === GRADING_SCHEMES[scheme].unjudged)).toBe(unjudged);
      if (!unjudged) expect(mapped).not.toContain(GRADING_SCHEMES[scheme].unjudged);
    }),
  );
});

test('"suspected to be false" is said where the other scheme has no code for it', () => {
  const suspected = { scheme: 'uk-3x5x2', source: '2', information: 'E' } as const;
  expect(approximate(suspected, 'europol-4x4').suspectedFalse).toBe(true);
  expect(approximate(suspected, 'uk-5x5x5')).toMatchObject({ information: ['5'], suspectedFalse: false });
  expect(approximate({ ...suspected, information: 'D' }, 'europol-4x4').suspectedFalse).toBe(false);
});

test('a set of grades holds each once, as given, and none that was not given', () => {
  fc.assert(
    fc.property(fc.array(grades, { maxLength: 12 }), (given) => {
      const set = gradeSet(given);
      const key = (grade: GradeOf) => JSON.stringify([grade.scheme, grade.source, grade.information]);
      expect(new Set(set.map(key))).toEqual(new Set(given.map(key)));
      expect(set).toHaveLength(new Set(given.map(key)).size);
    }),
  );
});

test('a code of another scheme is no grade', () => {
  expect(isGrade(UNGRADED)).toBe(true);
  expect(isGrade({ scheme: 'europol-4x4', source: 'D', information: '1' })).toBe(false);
  expect(isGrade({ scheme: 'uk-3x5x2', source: '1', information: '1' })).toBe(false);
});
