import { type ReactElement, useState } from 'react';
import { Button } from '../ui/index.ts';
import { call, dataChanged, runJob, useAsk, useMessages } from '../workspace/index.ts';

/** Every import, newest first; each can be taken back at any later time. */
export function BatchList(props: { readonly fileId: string }): ReactElement {
  const t = useMessages();
  const list = useAsk('import.batches', { fileId: props.fileId });
  const [error, setError] = useState<string | null>(null);

  async function undo(batchId: string): Promise<void> {
    setError(null);
    try {
      const { jobId } = await call('import.undo', { batchId });
      await runJob(jobId);
      dataChanged();
    } catch (caught) {
      setError(caught instanceof Error ? caught.message : String(caught));
    }
  }

  return (
    <ul className="tree-leaves">
      {(list.data?.batches ?? []).map((batch) => (
        <li key={batch.id} className="source-row">
          <span className="cut" title={batch.fileName}>
            {batch.fileName}
          </span>
          <span className="number">
            {t('casefile:explorer.batchRows', { imported: batch.imported, rejected: batch.rejected })}
          </span>
          {batch.state === 'done' ? (
            <Button onClick={() => void undo(batch.id)}>{t('casefile:explorer.undoImport')}</Button>
          ) : (
            <span className="muted">{t('casefile:explorer.undone')}</span>
          )}
        </li>
      ))}
      {error === null ? null : <li role="alert">{error}</li>}
    </ul>
  );
}
