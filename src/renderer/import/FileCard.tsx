import { type ReactElement, useState } from 'react';
import type { ImportReport, ImportSpecification, Inspection } from '../../contract/import.ts';
import { Button, formatNumber } from '../ui/index.ts';
import { call, dataChanged, language, runJob, useMessages } from '../workspace/index.ts';
import { ColumnMapping } from './ColumnMapping.tsx';
import { PreviewRows } from './PreviewRows.tsx';
import { ReportView } from './ReportView.tsx';
import { SourceSettings } from './SourceSettings.tsx';

/** One file on its way in: what it is, how it is read, what would come of it, and what came. */
export function FileCard(props: {
  readonly fileId: string;
  readonly inspection: Inspection;
  readonly onClose: () => void;
}): ReactElement {
  const t = useMessages();
  const { inspection, fileId } = props;
  const [specification, setSpecification] = useState<ImportSpecification>(inspection.suggested);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function start(dryRun: boolean): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const { jobId } = await call('import.start', { fileId, path: inspection.path, specification, dryRun });
      setReport((await runJob(jobId)) as ImportReport);
      if (!dryRun) dataChanged();
    } catch (caught) {
      setError(caught instanceof Error ? caught.message : String(caught));
    } finally {
      setBusy(false);
    }
  }

  const known = inspection.format !== 'unknown';
  return (
    <article className="card file-card">
      <header className="card-head">
        <strong>{inspection.fileName}</strong>
        <span className="muted">
          {t(`importcentre:format.${inspection.format}`)} · {inspection.encoding} ·{' '}
          {t('importcentre:rows', { rows: formatNumber(inspection.estimatedRows, language()) })}
        </span>
        <Button onClick={props.onClose}>{t('importcentre:remove')}</Button>
      </header>
      <p className="muted">
        {inspection.why} ·{' '}
        {t(`importcentre:from.${inspection.suggestedFrom}`, {
          quality: Math.round(inspection.quality * 100),
        })}
      </p>
      {inspection.duplicateOf === null ? null : <p className="notice">{t('importcentre:duplicate')}</p>}
      {inspection.ambiguousDates ? <p className="notice">{t('importcentre:ambiguousDates')}</p> : null}
      <SourceSettings specification={specification} onChange={setSpecification} />
      {inspection.format === 'delimited' ? (
        <ColumnMapping inspection={inspection} specification={specification} onChange={setSpecification} />
      ) : null}
      {known ? <PreviewRows path={inspection.path} specification={specification} /> : null}
      <div className="actions">
        <Button disabled={busy || !known} onClick={() => void start(true)}>
          {t('importcentre:dryRun')}
        </Button>
        <Button primary disabled={busy || !known} onClick={() => void start(false)}>
          {t('importcentre:import')}
        </Button>
        <SaveSpecification specification={specification} onSaved={setSpecification} />
      </div>
      {error === null ? null : <p role="alert">{error}</p>}
      {report === null ? null : <ReportView report={report} />}
    </article>
  );
}

function SaveSpecification(props: {
  readonly specification: ImportSpecification;
  readonly onSaved: (specification: ImportSpecification) => void;
}): ReactElement {
  const t = useMessages();
  const [said, setSaid] = useState('');
  async function save(): Promise<void> {
    try {
      const { id } = await call('specification.save', { specification: props.specification });
      props.onSaved({ ...props.specification, id });
      setSaid(t('importcentre:saved'));
    } catch (caught) {
      setSaid(caught instanceof Error ? caught.message : String(caught));
    }
  }
  return (
    <>
      <input
        aria-label={t('importcentre:name')}
        value={props.specification.name}
        onChange={(event) => props.onSaved({ ...props.specification, name: event.target.value })}
      />
      <Button onClick={() => void save()}>{t('importcentre:save')}</Button>
      <span className="muted" role="status">
        {said}
      </span>
    </>
  );
}
