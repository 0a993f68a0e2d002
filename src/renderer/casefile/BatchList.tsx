import type { ReactElement } from 'react';
import { takeBackImport } from '../import/index.ts';
import { Button } from '../ui/index.ts';
import { useAsk, useAttempt, useMessages } from '../workspace/index.ts';

/** Every import, newest first; each can be taken back at any later time. */
export function BatchList(props: { readonly fileId: string }): ReactElement {
  const t = useMessages();
  const list = useAsk('import.batches', { fileId: props.fileId });
  const { error, run } = useAttempt();

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
            <Button onClick={() => void run(() => takeBackImport(batch.id))}>
              {t('casefile:explorer.undoImport')}
            </Button>
          ) : (
            <span className="muted">{t('casefile:explorer.undone')}</span>
          )}
        </li>
      ))}
      {error === null ? null : <li role="alert">{error}</li>}
    </ul>
  );
}
