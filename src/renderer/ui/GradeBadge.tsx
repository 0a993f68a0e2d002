import type { ReactElement } from 'react';
import type { Grade } from '../../contract/terms.ts';
import { useMessages } from '../workspace/index.ts';

/** The grade as text ("B2"), its meaning as tooltip; never by colour. */
export function GradeBadge({ grade }: { readonly grade: Grade }): ReactElement {
  const t = useMessages();
  const source = t(`evidence:grading.${grade.scheme}.source.${grade.source}`);
  const information = t(`evidence:grading.${grade.scheme}.information.${grade.information}`);
  const title = `${t(`evidence:scheme.${grade.scheme}`)}\n${source}\n${information}`;
  return (
    <span className="grade" title={title}>
      {grade.source}
      {grade.information}
    </span>
  );
}
