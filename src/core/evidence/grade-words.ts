import { approximate } from './grade-mapping.ts';
import { GRADING_SCHEMES, type GradeOf, type GradingScheme, gradeCode, gradeSet } from './grading.ts';

const SHORT: Readonly<Record<GradingScheme, string>> = {
  'europol-4x4': '4×4',
  'admiralty-6x6': '6×6',
  'uk-5x5x5': '5×5×5',
  'uk-3x5x2': '3×5×2',
};

/** A set of grades in the fewest signs: "A1 B2"; where it is not the default scheme alone, with its name. */
export function gradeSetCode(grades: readonly GradeOf[]): string {
  const byScheme = new Map<GradingScheme, string[]>();
  for (const grade of gradeSet(grades))
    byScheme.set(grade.scheme, [...(byScheme.get(grade.scheme) ?? []), gradeCode(grade)]);
  return [...byScheme]
    .map(([scheme, codes]) => {
      const list = codes.sort().join(' ');
      return scheme === 'europol-4x4' && byScheme.size === 1 ? list : `${SHORT[scheme]} ${list}`;
    })
    .join(' · ');
}

/** What the grade may be in the default scheme, always with the sign for "about"; null where it is of that scheme. */
export function approximateCode(grade: GradeOf): string | null {
  const { approximate: isMapped, source, information } = approximate(grade, 'europol-4x4');
  return isMapped ? `≈ 4×4 ${source.join('/')} ${information.join('/')}` : null;
}

/** How sure the source is, by the order of its own scheme: 0 the best; null where nobody can judge it. */
export function reliabilityRank({ scheme, source }: GradeOf): 0 | 1 | 2 | null {
  const record: { readonly source: readonly string[]; readonly unjudged: string } = GRADING_SCHEMES[scheme];
  if (source === record.unjudged) return null;
  const judged = record.source.filter((code) => code !== record.unjudged);
  const at = judged.indexOf(source);
  if (at <= 0) return 0;
  return at === judged.length - 1 ? 2 : 1;
}
