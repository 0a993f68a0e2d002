import { type ReactElement, useState } from 'react';
import type { ImportReport, RejectedRow } from '../../contract/import.ts';
import { Button, formatNumber, saveFile } from '../ui/index.ts';
import { language, useAsk, useMessages } from '../workspace/index.ts';
import { rejectedCsv } from './rejected-csv.ts';
import { allRejected, PAGE, pageAt, reachable } from './rejected-pages.ts';

/** The rejected rows, page by page, and all of them as a file. */
export function RejectedRows({ report }: { readonly report: ImportReport }): ReactElement {
  const t = useMessages();
  const [from, setFrom] = useState(0);
  const { batchId, rejected } = report;
  const total = reachable(report);
  const inReport = from + PAGE <= report.rejectedRows.length || report.rejectedRows.length >= total;
  const asked = inReport || batchId === null ? null : { batchId, offset: from, limit: PAGE };
  const { data, error } = useAsk('import.rejected', asked);
  const { to, previous, next } = pageAt(from, total);
  const number = (value: number): string => formatNumber(value, language());
  return (
    <>
      {error ? <p role="alert">{error.message}</p> : null}
      <RowTable rows={inReport ? report.rejectedRows.slice(from, to) : (data?.rows ?? [])} />
      <div className="actions">
        {total <= PAGE ? null : (
          <>
            <Button disabled={previous === null} onClick={() => setFrom(previous ?? 0)}>
              {t('importcentre:report.previous')}
            </Button>
            <span className="tabular">
              {t('importcentre:report.page', {
                from: number(from + 1),
                to: number(to),
                total: number(total),
              })}
            </span>
            <Button disabled={next === null} onClick={() => setFrom(next ?? from)}>
              {t('importcentre:report.next')}
            </Button>
          </>
        )}
        <Button onClick={() => void save(report)}>
          {t('importcentre:report.saveRejected', { count: total })}
        </Button>
      </div>
      {total < rejected ? (
        <p className="muted">
          {t('importcentre:report.dryKeeps', { kept: number(total), rejected: number(rejected) })}
        </p>
      ) : null}
    </>
  );
}

function RowTable({ rows }: { readonly rows: readonly RejectedRow[] }): ReactElement {
  return (
    <table className="plain-table">
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.line} ${row.column ?? ''} ${row.code} ${row.value}`}>
            <td className="number">{row.line}</td>
            <td>{row.column ?? ''}</td>
            <td>{row.message}</td>
            <td className="cut muted">{row.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
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
