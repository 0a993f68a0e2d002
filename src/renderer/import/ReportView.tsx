import { type ReactElement, useEffect, useRef } from 'react';
import type { ImportReport } from '../../contract/import.ts';
import { Button, formatNumber } from '../ui/index.ts';
import { language, showPanel, useMessages } from '../workspace/index.ts';
import { RejectedRows } from './RejectedRows.tsx';
import { reportQuestions } from './report-questions.ts';

/** What came of it: rows in = imported + rejected, each rejected row with its reason, and the next step. */
export function ReportView(props: {
  readonly report: ImportReport;
  /** False where the import was taken back since. */
  readonly canCorrect?: boolean;
}): ReactElement {
  const { report, canCorrect = true } = props;
  const t = useMessages();
  const section = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new report is brought into sight
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' });
  }, [report]);
  const number = (value: number): string => formatNumber(value, language());

  return (
    <section ref={section} className="report">
      <p>
        <strong>{t(report.dryRun ? 'importcentre:report.dry' : 'importcentre:report.done')}</strong>{' '}
        {t('importcentre:report.rows', {
          rows: number(report.rows),
          imported: number(report.imported),
          rejected: number(report.rejected),
        })}{' '}
        {report.leftOut === 0 ? '' : t('importcentre:report.leftOut', { count: number(report.leftOut) })}
      </p>
      <p>
        {t('importcentre:report.made', {
          entities: number(report.entitiesNew),
          known: number(report.entitiesKnown),
          links: number(report.links),
          events: number(report.events),
        })}
      </p>
      {reportQuestions(report, t, number).map((question) => (
        <p key={question} className="warn">
          {question}
        </p>
      ))}
      {report.rejected === 0 ? null : (
        <RejectedRows key={report.batchId ?? ''} report={report} canCorrect={canCorrect} />
      )}
      {report.dryRun ? null : (
        <div className="actions">
          <Button primary onClick={() => showPanel('questions')}>
            {t('importcentre:report.ask')}
          </Button>
          <Button onClick={() => showPanel('search')}>{t('importcentre:report.search')}</Button>
        </div>
      )}
    </section>
  );
}
