import type { ReactElement } from 'react';
import type { RejectedRow } from '../../contract/import.ts';
import { useMessages } from '../workspace/index.ts';

/** A rejected row, and the import that brought it later after somebody corrected it. */
export type ShownRejection = RejectedRow & { readonly correctedIn?: string | null };

/** Rows that were not taken: where, which cell, why, and what stood there. */
export function RowTable({ rows }: { readonly rows: readonly ShownRejection[] }): ReactElement {
  const t = useMessages();
  return (
    <table className="plain-table rejected-table">
      <thead>
        <tr>
          <th className="number">{t('importcentre:line')}</th>
          <th>{t('importcentre:column')}</th>
          <th>{t('importcentre:report.reason')}</th>
          <th>{t('importcentre:report.text')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.line} ${row.column ?? ''} ${row.code} ${row.value}`}>
            <td className="number">{row.line}</td>
            <td>{row.column ?? ''}</td>
            <td>
              {row.message}
              {(row.correctedIn ?? null) === null ? null : (
                <strong className="corrected"> {t('importcentre:correct.done')}</strong>
              )}
            </td>
            <td className="cut muted" title={row.value}>
              {row.value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
