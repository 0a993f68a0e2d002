import { type ReactElement, useState } from 'react';
import type { ImportReport } from '../../contract/import.ts';
import { Button, formatNumber, saveFile } from '../ui/index.ts';
import { language, useAsk, useMessages } from '../workspace/index.ts';
import { Corrections } from './Corrections.tsx';
import { RowTable, type ShownRejection } from './RowTable.tsx';
import { rejectedCsv } from './rejected-csv.ts';
import { allRejected, PAGE, pageAt, reachable } from './rejected-pages.ts';

/** The rejected rows, page by page; what was really imported can be corrected here. All of them as a file. */
export function RejectedRows(props: {
  readonly report: ImportReport;
  readonly canCorrect: boolean;
}): ReactElement {
  const t = useMessages();
  const [from, setFrom] = useState(0);
  const [isCorrecting, setCorrecting] = useState(false);
  const { report, canCorrect } = props;
  const { batchId, rejected, rejectedRows } = report;
  const total = reachable(report);
  const asked = batchId === null ? null : { batchId, offset: from, limit: PAGE };
  const { data, error } = useAsk('import.rejected', asked);
  const { to } = pageAt(from, total);
  const rows: readonly ShownRejection[] =
    batchId === null ? rejectedRows.slice(from, to) : (data?.rows ?? rejectedRows.slice(from, to));
  const open = rows.filter(({ correctedIn = null }) => correctedIn === null).map(({ line }) => line);
  return (
    <>
      {error ? <p role="alert">{error.message}</p> : null}
      {isCorrecting && batchId !== null ? (
        <Corrections
          batchId={batchId}
          lines={[...new Set(open)]}
          rejections={rows}
          onEnd={() => setCorrecting(false)}
        />
      ) : (
        <RowTable rows={rows} />
      )}
      <div className="actions">
        <Pager from={from} total={total} onChange={setFrom} />
        {batchId === null || !canCorrect || isCorrecting || open.length === 0 ? null : (
          <Button onClick={() => setCorrecting(true)}>{t('importcentre:correct.start')}</Button>
        )}
        <Button onClick={() => void save(report)}>
          {t('importcentre:report.saveRejected', { count: total })}
        </Button>
      </div>
      {total < rejected ? (
        <p className="muted">
          {t('importcentre:report.dryKeeps', {
            kept: formatNumber(total, language()),
            rejected: formatNumber(rejected, language()),
          })}
        </p>
      ) : null}
    </>
  );
}

function Pager(props: {
  readonly from: number;
  readonly total: number;
  readonly onChange: (from: number) => void;
}): ReactElement | null {
  const t = useMessages();
  const { from, total, onChange } = props;
  const { to, previous, next } = pageAt(from, total);
  const number = (value: number): string => formatNumber(value, language());
  if (total <= PAGE) return null;
  return (
    <>
      <Button disabled={previous === null} onClick={() => onChange(previous ?? 0)}>
        {t('importcentre:report.previous')}
      </Button>
      <span className="tabular">
        {t('importcentre:report.page', { from: number(from + 1), to: number(to), total: number(total) })}
      </span>
      <Button disabled={next === null} onClick={() => onChange(next ?? from)}>
        {t('importcentre:report.next')}
      </Button>
    </>
  );
}

function save(report: ImportReport): Promise<void> {
  return saveFile({
    name: `${report.file}-rejected.csv`,
    kind: 'table',
    content: async () => {
      const rows = await allRejected(report);
      return {
        bytes: new Blob([rejectedCsv(rows)], { type: 'text/csv' }),
        counts: { rows: rows.length },
      };
    },
  });
}
