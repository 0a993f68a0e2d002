import { keysOf } from '../keys.ts';

/**
 * Grading schemes as data. A grade is given to one item of information, source and information independently,
 * and never averaged or upgraded by the program. Texts of the codes live in the message catalogues
 * (`evidence` namespace: `grading.<scheme>.source.<code>`, `grading.<scheme>.information.<code>`).
 * Source: Europol 4×4 after Regulation (EU) 2016/794 Art. 29.
 */
export const GRADING_SCHEMES = {
  'europol-4x4': { source: ['A', 'B', 'C', 'X'], information: ['1', '2', '3', '4'] },
  'admiralty-6x6': { source: ['A', 'B', 'C', 'D', 'E', 'F'], information: ['1', '2', '3', '4', '5', '6'] },
} as const;
export type GradingScheme = keyof typeof GRADING_SCHEMES;
export const GRADING_SCHEME_NAMES = keysOf(GRADING_SCHEMES);

/** What a source gets until a person grades it: reliability and accuracy cannot be judged. */
export const UNGRADED = { scheme: 'europol-4x4', source: 'X', information: '4' } as const;
