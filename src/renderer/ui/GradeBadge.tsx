import type { ReactElement } from 'react';
import type { Grade } from '../../contract/terms.ts';
import { approximate } from '../../core/evidence/grade-mapping.ts';
import { approximateCode } from '../../core/evidence/grade-words.ts';
import { type Translate, useMessages } from '../workspace/index.ts';

/** Scheme and both codes in words; of another scheme also what it is about in 4×4, and that this is about. */
export function gradeMeaning(grade: Grade, t: Translate): string {
  const about = approximateCode(grade);
  return [
    t(`evidence:scheme.${grade.scheme}`),
    t(`evidence:grading.${grade.scheme}.source.${grade.source}`),
    t(`evidence:grading.${grade.scheme}.information.${grade.information}`),
    ...(about === null ? [] : [t('evidence:approximate', { code: about })]),
    ...(approximate(grade, 'europol-4x4').suspectedFalse ? [t('evidence:suspectedFalse')] : []),
  ].join('\n');
}

/** The grade as text ("B2"), its meaning as tooltip; never by colour. */
export function GradeBadge({ grade }: { readonly grade: Grade }): ReactElement {
  const t = useMessages();
  return (
    <span className="grade" title={gradeMeaning(grade, t)}>
      {grade.source}
      {grade.information}
    </span>
  );
}
