import { type ReactElement, useState } from 'react';
import { OpenPackage } from '../exchange/index.ts';
import { Button, Dialog } from '../ui/index.ts';
import {
  call,
  dataChanged,
  language,
  openFile,
  runJob,
  showPanel,
  useAsk,
  useAttempt,
  useMessages,
} from '../workspace/index.ts';
import { NewAnalysisFile } from './NewAnalysisFile.tsx';

/** After unlock with no file open: one clear start, and the files that are there. */
export function StartScreen(): ReactElement {
  const t = useMessages();
  const files = useAsk('analysisFile.list', {});
  const [creating, setCreating] = useState<'no' | 'file' | 'import'>('no');
  const [opening, setOpening] = useState(false);
  const { busy, error, run } = useAttempt();

  async function openTraining(): Promise<void> {
    const { jobId } = await call('training.open', { language: language() });
    const result = (await runJob(jobId)) as { fileId: string };
    openFile(result.fileId);
    dataChanged();
    showPanel('training');
  }

  function created(): void {
    if (creating === 'import') showPanel('import');
    setCreating('no');
  }

  if (creating !== 'no') {
    return (
      <section className="start">
        <h1>{t('casefile:newFile')}</h1>
        {creating === 'import' ? <p className="muted">{t('casefile:start.importNeedsFile')}</p> : null}
        <NewAnalysisFile onDone={created} />
      </section>
    );
  }
  const list = files.data?.files ?? [];
  return (
    <section className="start">
      <h1>{t('casefile:start.title')}</h1>
      <div className="start-choices">
        <Button primary onClick={() => setCreating('file')}>
          {t('casefile:newFile')}
        </Button>
        <Button onClick={() => setCreating('import')}>{t('casefile:start.import')}</Button>
        <Button disabled={busy} onClick={() => void run(openTraining)}>
          {t(busy ? 'casefile:start.opening' : 'casefile:start.training')}
        </Button>
        <Button onClick={() => setOpening(true)}>{t('casefile:start.package')}</Button>
      </div>
      {opening ? (
        <Dialog title={t('casefile:start.package')} onClose={() => setOpening(false)}>
          <OpenPackage />
        </Dialog>
      ) : null}
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
