import { type ReactElement, useState } from 'react';
import type { CorrectedRow, ImportReport, RejectedRow } from '../../contract/import.ts';
import { findAfterImport } from '../matching/index.ts';
import { Button, formatNumber } from '../ui/index.ts';
import {
  call,
  dataChanged,
  language,
  runJob,
  useAsk,
  useAttempt,
  useDesk,
  useMessages,
} from '../workspace/index.ts';
import { changedRows, withCell } from './corrections.ts';

/** The rejected rows cell by cell. What is corrected comes in as an import of its own, which can be taken back. */
export function Corrections(props: {
  readonly batchId: string;
  readonly lines: readonly number[];
  readonly rejections: readonly RejectedRow[];
  readonly onEnd: () => void;
}): ReactElement | null {
  const t = useMessages();
  const { batchId, lines, rejections } = props;
  const found = useAsk('import.corrections', { batchId, lines: [...lines] });
  const [edits, setEdits] = useState<readonly CorrectedRow[]>([]);
  const [still, setStill] = useState<readonly RejectedRow[]>([]);
  const [taken, setTaken] = useState<number | null>(null);
  const { busy, error, run } = useAttempt();
  if (found.error) return <p role="alert">{found.error.message}</p>;
  if (found.data === undefined) return null;
  const { columns, rows } = found.data;
  const changed = changedRows(rows, edits);

  async function tryAgain(): Promise<void> {
    const { jobId, problems } = await call('import.retry', { batchId, rows: changed });
    setStill(problems);
    setTaken(null);
    if (jobId === null) return;
    const report = (await runJob(jobId)) as ImportReport;
    setTaken(report.imported);
    dataChanged();
    if (report.batchId !== null) void findAfterImport(useDesk.getState().fileId, [report.batchId]);
  }

  return (
    <div className="corrections">
      <CellTable
        columns={columns}
        rows={rows.map((row) => edits.find(({ line }) => line === row.line) ?? row)}
        reasons={reasonsOf(rejections, still)}
        onChange={(row, at, text) => setEdits((before) => withCell(before, row, at, text))}
      />
      {error === null ? null : <p role="alert">{error}</p>}
      {taken === null ? null : (
        <p role="status">
          {t('importcentre:correct.taken', { count: taken, number: formatNumber(taken, language()) })}
        </p>
      )}
      <div className="actions">
        <Button primary disabled={busy || changed.length === 0} onClick={() => void run(tryAgain)}>
          {t('importcentre:correct.again', { count: changed.length })}
        </Button>
        <Button onClick={props.onEnd}>{t('importcentre:correct.end')}</Button>
      </div>
    </div>
  );
}

/** The newest reason of each row: what the last try said comes before what the file said. */
function reasonsOf(
  rejections: readonly RejectedRow[],
  still: readonly RejectedRow[],
): ReadonlyMap<number, RejectedRow> {
  return new Map([...rejections, ...still].map((row) => [row.line, row]));
}

function CellTable(props: {
  readonly columns: readonly string[];
  readonly rows: readonly CorrectedRow[];
  readonly reasons: ReadonlyMap<number, RejectedRow>;
  readonly onChange: (row: CorrectedRow, at: number, text: string) => void;
}): ReactElement {
  const t = useMessages();
  const { columns, rows, reasons } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="correction-cells" tabIndex={0} aria-label={t('importcentre:correct.cells')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th className="number">{t('importcentre:line')}</th>
            <th>{t('importcentre:report.reason')}</th>
            {columns.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td className="number">{row.line}</td>
              <td className="correction-reason">{reasons.get(row.line)?.message ?? ''}</td>
              {columns.map((column, at) => (
                <td key={column}>
                  <input
                    value={row.cells[at] ?? ''}
                    spellCheck={false}
                    aria-label={t('importcentre:correct.cell', { column, line: row.line })}
                    aria-invalid={reasons.get(row.line)?.column === column}
                    onChange={(event) => props.onChange(row, at, event.target.value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
