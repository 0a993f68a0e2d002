import { keysOf } from '../keys.ts';

/**
 * Grading schemes as data, best code first, `unjudged` = the code of a source that nobody can judge. A grade is given
 * to one item of information, source and information independently, and never averaged or upgraded by the program.
 * Texts of the codes live in the message catalogues (`evidence` namespace: `grading.<scheme>.source.<code>`,
 * `grading.<scheme>.information.<code>`).
 * Sources: Europol 4×4 after Regulation (EU) 2016/794 Art. 29; Admiralty 6×6; United Kingdom 5×5×5 (to 2016) and 3×5×2.
 */
export const GRADING_SCHEMES = {
  'europol-4x4': { source: ['A', 'B', 'C', 'X'], information: ['1', '2', '3', '4'], unjudged: 'X' },
  'admiralty-6x6': {
    source: ['A', 'B', 'C', 'D', 'E', 'F'],
    information: ['1', '2', '3', '4', '5', '6'],
    unjudged: 'F',
  },
  'uk-5x5x5': { source: ['A', 'B', 'C', 'D', 'E'], information: ['1', '2', '3', '4', '5'], unjudged: 'E' },
  'uk-3x5x2': { source: ['1', '2', '3'], information: ['A', 'B', 'C', 'D', 'E'], unjudged: '2' },
} as const;
export type GradingScheme = keyof typeof GRADING_SCHEMES;
export const GRADING_SCHEME_NAMES = keysOf(GRADING_SCHEMES);

export interface GradeOf {
  readonly scheme: GradingScheme;
  readonly source: string;
  readonly information: string;
}

/** What a source gets until a person grades it: reliability and accuracy cannot be judged. */
export const UNGRADED = { scheme: 'europol-4x4', source: 'X', information: '4' } as const;

/** Both codes are of the scheme the grade names. */
export function isGrade({ scheme, source, information }: GradeOf): boolean {
  const codes: { readonly source: readonly string[]; readonly information: readonly string[] } =
    GRADING_SCHEMES[scheme];
  return codes.source.includes(source) && codes.information.includes(information);
}

/** The grade in the fewest signs: "B2"; "1B" is one of 3×5×2. */
export function gradeCode(grade: Pick<GradeOf, 'source' | 'information'>): string {
  return `${grade.source}${grade.information}`;
}

/** The different grades of a set, in the order they come: a set is shown as a set, never as one average. */
export function gradeSet(grades: readonly GradeOf[]): GradeOf[] {
  const found = new Map(grades.map((grade) => [`${grade.scheme}|${gradeCode(grade)}`, grade]));
  return [...found.values()];
}
