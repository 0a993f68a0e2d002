import { type ReactElement, useState } from 'react';
import type { ImportBatch } from '../../contract/import.ts';
import { Button, formatInstant, formatNumber } from '../ui/index.ts';
import { language, useAsk, useAttempt, useDesk, useMessages } from '../workspace/index.ts';
import { Fold } from './Fold.tsx';
import { ReportView } from './ReportView.tsx';
import { takeBackImport } from './take-back.ts';

/** Every import into this analysis file, newest first; the report of each can be opened at any later time. */
export function BatchReports({ fileId }: { readonly fileId: string }): ReactElement | null {
  const t = useMessages();
  const { data, error } = useAsk('import.batches', { fileId });
  const [open, setOpen] = useState<string | null>(null);
  const batches = data?.batches ?? [];
  if (error) return <p role="alert">{error.message}</p>;
  if (batches.length === 0) return null;
  return (
    <section className="centre-batches">
      <Fold
        title={t('importcentre:batches.title', { count: batches.length })}
        sentence={t('importcentre:batches.how')}
      >
        <ul className="centre-list">
          {batches.map((batch) => (
            <BatchRow
              key={batch.id}
              batch={batch}
              isOpen={open === batch.id}
              onToggle={() => setOpen(open === batch.id ? null : batch.id)}
            />
          ))}
        </ul>
      </Fold>
    </section>
  );
}

function BatchRow(props: {
  readonly batch: ImportBatch;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const { batch, isOpen } = props;
  const number = (value: number): string => formatNumber(value, language());
  return (
    <li className={isOpen ? 'centre-batch open' : 'centre-batch'}>
      <button
        type="button"
        className="centre-open"
        aria-expanded={isOpen}
        title={batch.fileName}
        onClick={props.onToggle}
      >
        <span className="centre-line">
          <strong className="cut">{batch.fileName}</strong>
          <span className="muted">{formatInstant(batch.at, zone, language())}</span>
          {batch.correctionOf === null ? null : (
            <span className="muted">{t('importcentre:batches.correction')}</span>
          )}
          <span className="centre-state">
            {batch.state === 'undone'
              ? t('importcentre:batches.undone')
              : t('importcentre:state.loaded', {
                  imported: number(batch.imported),
                  rejected: number(batch.rejected),
                })}
          </span>
        </span>
      </button>
      {isOpen ? <StoredReport batchId={batch.id} /> : null}
    </li>
  );
}

function TakeBack({ batchId }: { readonly batchId: string }): ReactElement {
  const t = useMessages();
  const { error, busy, run } = useAttempt();
  return (
    <div className="actions">
      <Button disabled={busy} onClick={() => void run(() => takeBackImport(batchId))}>
        {t('casefile:explorer.undoImport')}
      </Button>
      {error === null ? null : <span role="alert">{error}</span>}
    </div>
  );
}

function StoredReport({ batchId }: { readonly batchId: string }): ReactElement | null {
  const { data, error } = useAsk('import.report', { batchId });
  if (error) return <p role="alert">{error.message}</p>;
  if (data === undefined || data.batch.id !== batchId) return null;
  const isDone = data.batch.state === 'done';
  return (
    <>
      <ReportView report={data.report} canCorrect={isDone} />
      {isDone ? <TakeBack batchId={batchId} /> : null}
    </>
  );
}
