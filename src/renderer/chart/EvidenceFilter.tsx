import type { ReactElement } from 'react';
import type { ChartFilter } from '../../contract/chart.ts';
import type { Grade } from '../../contract/terms.ts';
import { gradeSetCode } from '../../core/evidence/grade-words.ts';
import { gradeMeaning } from '../ui/index.ts';
import { useAsk, useDesk, useMessages } from '../workspace/index.ts';
import { setFilter } from './acts.ts';
import { toggled } from './choice.ts';

const keyOf = (grade: Grade): string => `${grade.scheme}|${grade.source}|${grade.information}`;

/** Narrows every view to what some sources say, or to some grades: each as it was given, none averaged. */
export function EvidenceFilterFields({ filter }: { readonly filter: ChartFilter }): ReactElement | null {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const sources = useAsk('source.list', fileId === null ? null : { fileId }).data?.sources ?? [];
  const grades = useAsk('evidence.grades', fileId === null ? null : { fileId }).data?.grades ?? [];
  const chosen = filter.grades == null ? null : filter.grades.map(keyOf);
  const all = grades.map(({ grade }) => keyOf(grade));
  const ids = sources.map(({ id }) => id);
  function chooseGrade(key: string): void {
    const next = toggled(chosen, all, key);
    const wanted = grades.map(({ grade }) => grade).filter((grade) => next?.includes(keyOf(grade)) === true);
    void setFilter({ ...filter, grades: next === null ? null : wanted });
  }
  return (
    <>
      <fieldset>
        <legend>{t('chart:filter.grades')}</legend>
        {grades.map(({ grade, count }) => (
          <label key={keyOf(grade)} title={gradeMeaning(grade, t)}>
            <input
              type="checkbox"
              checked={chosen === null || chosen.includes(keyOf(grade))}
              onChange={() => chooseGrade(keyOf(grade))}
            />
            <span>{gradeSetCode([grade])}</span>
            <span className="chart-count">{count}</span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('chart:filter.sources')}</legend>
        {sources.map((source) => (
          <label key={source.id} title={source.title}>
            <input
              type="checkbox"
              checked={filter.sources == null || filter.sources.includes(source.id)}
              onChange={() =>
                void setFilter({ ...filter, sources: toggled(filter.sources ?? null, ids, source.id) })
              }
            />
            <span className="cut">
              {source.reference} {source.title}
            </span>
            <span className="chart-count">{source.facts}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
