import { type ReactElement, useState } from 'react';
import { Button } from '../ui/index.ts';
import {
  call,
  dataChanged,
  language,
  openFile,
  runJob,
  showPanel,
  useAsk,
  useMessages,
} from '../workspace/index.ts';
import { NewAnalysisFile } from './NewAnalysisFile.tsx';

/** After unlock with no file open: one clear start, and the files that are there. */
export function StartScreen(): ReactElement {
  const t = useMessages();
  const files = useAsk('analysisFile.list', {});
  const [creating, setCreating] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function openTraining(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const { jobId } = await call('training.open', { language: language() });
      const result = (await runJob(jobId)) as { fileId: string };
      openFile(result.fileId);
      dataChanged();
      showPanel('training');
    } catch (caught) {
      setError(caught instanceof Error ? caught.message : String(caught));
    } finally {
      setBusy(false);
    }
  }

  if (creating) {
    return (
      <section className="start">
        <h1>{t('casefile:newFile')}</h1>
        <NewAnalysisFile onDone={() => setCreating(false)} />
      </section>
    );
  }
  const list = files.data?.files ?? [];
  return (
    <section className="start">
      <h1>{t('casefile:start.title')}</h1>
      <div className="start-choices">
        <Button primary onClick={() => setCreating(true)}>
          {t('casefile:newFile')}
        </Button>
        <Button disabled={busy} onClick={() => void openTraining()}>
          {t(busy ? 'casefile:start.opening' : 'casefile:start.training')}
        </Button>
      </div>
      <p className="muted">{t('casefile:start.explain')}</p>
      {error === null ? null : <p role="alert">{error}</p>}
      {list.length === 0 ? null : (
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('casefile:field.reference')}</th>
              <th>{t('casefile:field.title')}</th>
              <th>{t('casefile:field.level')}</th>
              <th>{t('casefile:field.originator')}</th>
            </tr>
          </thead>
          <tbody>
            {list.map((file) => (
              <tr key={file.id}>
                <td>
                  <Button onClick={() => openFile(file.id)}>{file.reference}</Button>
                </td>
                <td>{file.title}</td>
                <td>{t(`evidence:level.${file.marking.level}`)}</td>
                <td>{file.originator}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
