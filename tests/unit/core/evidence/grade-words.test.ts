import { describe, expect, test } from 'vitest';
import { approximateCode, gradeSetCode, reliabilityRank } from '../../../../src/core/evidence/grade-words.ts';
import type { GradeOf, GradingScheme } from '../../../../src/core/evidence/grading.ts';

const grade = (scheme: GradingScheme, source: string, information: string): GradeOf => ({
  scheme,
  source,
  information,
});

describe('a set of grades', () => {
  test('stays a set: each grade once, none averaged', () => {
    const set = [
      grade('europol-4x4', 'B', '2'),
      grade('europol-4x4', 'A', '1'),
      grade('europol-4x4', 'B', '2'),
    ];
    expect(gradeSetCode(set)).toBe('A1 B2');
  });
  test('names its schemes where they are not the default one alone', () => {
    expect(gradeSetCode([grade('uk-3x5x2', '1', 'B')])).toBe('3×5×2 1B');
    expect(gradeSetCode([grade('europol-4x4', 'A', '1'), grade('admiralty-6x6', 'A', '1')])).toBe(
      '4×4 A1 · 6×6 A1',
    );
  });
});

describe('a mapped grade', () => {
  test('always says that it is about, with every code it may be', () => {
    expect(approximateCode(grade('uk-3x5x2', '1', 'B'))).toBe('≈ 4×4 A/B 3');
    expect(approximateCode(grade('admiralty-6x6', 'C', '2'))).toBe('≈ 4×4 B/C 2/3');
  });
  test('is not shown for a grade of the scheme itself', () => {
    expect(approximateCode(grade('europol-4x4', 'A', '1'))).toBeNull();
  });
});

test.each([
  [grade('europol-4x4', 'A', '4'), 0],
  [grade('europol-4x4', 'B', '1'), 1],
  [grade('europol-4x4', 'C', '1'), 2],
  [grade('europol-4x4', 'X', '1'), null],
  [grade('uk-3x5x2', '2', 'A'), null],
  [grade('uk-3x5x2', '3', 'A'), 2],
  [grade('uk-5x5x5', 'E', '1'), null],
  [grade('admiralty-6x6', 'E', '1'), 2],
  [grade('admiralty-6x6', 'F', '1'), null],
] as const)('the source of %o has the rank %s of its own scheme', (one, rank) => {
  expect(reliabilityRank(one)).toBe(rank);
});
