import type { GradeOf, GradingScheme } from './grading.ts';

/** For each code of one scheme the codes of another it may stand for. */
interface Table {
  readonly source: Readonly<Record<string, readonly string[]>>;
  readonly information: Readonly<Record<string, readonly string[]>>;
}

/** "A:A B:B C:DE" – each code, and letter by letter what it may be. */
function read(rows: string): Record<string, readonly string[]> {
  return Object.fromEntries(rows.split(' ').map((row) => [row.slice(0, 1), [...row.slice(2)]]));
}

function table(source: string, information: string): Table {
  return { source: read(source), information: read(information) };
}

/**
 * Lossy by nature. Between 4×4 and 6×6 and from 3×5×2 to 4×4 the tables of the domain facts; 5×5×5 by the same
 * wording of its codes. An assessment never becomes a better one, "cannot be judged" never becomes an assessment:
 * 3×5×2 A is 2, because that the officer saw it himself is not in the code.
 */
const TABLES: Readonly<Record<GradingScheme, Partial<Record<GradingScheme, Table>>>> = {
  'europol-4x4': {
    'admiralty-6x6': table('A:A B:B C:DE X:F', '1:1 2:2 3:23 4:456'),
    'uk-5x5x5': table('A:A B:B C:D X:E', '1:1 2:2 3:3 4:4'),
    'uk-3x5x2': table('A:1 B:1 C:3 X:2', '1:A 2:A 3:B 4:CD'),
  },
  'admiralty-6x6': {
    'europol-4x4': table('A:A B:B C:BC D:C E:C F:X', '1:1 2:23 3:3 4:4 5:4 6:4'),
    'uk-5x5x5': table('A:A B:B C:C D:D E:D F:E', '1:1 2:23 3:3 4:4 5:45 6:4'),
    'uk-3x5x2': table('A:1 B:1 C:13 D:3 E:3 F:2', '1:A 2:AB 3:B 4:CD 5:CDE 6:CD'),
  },
  'uk-5x5x5': {
    'europol-4x4': table('A:A B:B C:BC D:C E:X', '1:1 2:2 3:3 4:4 5:4'),
    'admiralty-6x6': table('A:A B:B C:C D:DE E:F', '1:1 2:2 3:23 4:456 5:56'),
    'uk-3x5x2': table('A:1 B:1 C:13 D:3 E:2', '1:A 2:A 3:B 4:CD 5:E'),
  },
  'uk-3x5x2': {
    'europol-4x4': table('1:AB 2:X 3:C', 'A:2 B:3 C:4 D:4 E:4'),
    'admiralty-6x6': table('1:AB 2:F 3:DE', 'A:2 B:23 C:456 D:456 E:56'),
    'uk-5x5x5': table('1:AB 2:E 3:D', 'A:2 B:3 C:4 D:4 E:5'),
  },
};

/** Codes by which a scheme says that the information is suspected to be false. */
const SUSPECTED_FALSE: Partial<Record<GradingScheme, string>> = { 'uk-5x5x5': '5', 'uk-3x5x2': 'E' };

/** What a grade may be in another scheme. The original stays; more than one code is an analyst's choice. */
export interface ApproximateGrade {
  readonly original: GradeOf;
  readonly scheme: GradingScheme;
  /** False where the scheme is the grade's own: nothing was mapped. */
  readonly approximate: boolean;
  readonly source: readonly string[];
  readonly information: readonly string[];
  /** The original says "suspected to be false" and the other scheme has no word for it. */
  readonly suspectedFalse: boolean;
}

export function approximate(grade: GradeOf, scheme: GradingScheme): ApproximateGrade {
  const found = TABLES[grade.scheme][scheme];
  const suspected = SUSPECTED_FALSE[grade.scheme] === grade.information;
  return {
    original: grade,
    scheme,
    approximate: found !== undefined,
    source: found?.source[grade.source] ?? [grade.source],
    information: found?.information[grade.information] ?? [grade.information],
    suspectedFalse: suspected && SUSPECTED_FALSE[scheme] === undefined,
  };
}
