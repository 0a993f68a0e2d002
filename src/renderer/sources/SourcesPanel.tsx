import { type ReactElement, useMemo, useState } from 'react';
import type { AnalysisFile } from '../../contract/casefile.ts';
import { Button, DataTable, Empty, Tabs } from '../ui/index.ts';
import { useAsk, useDesk, useMessages, useSourceChoice } from '../workspace/index.ts';
import { Custody } from './Custody.tsx';
import { NewSource } from './NewSource.tsx';
import { Said } from './Said.tsx';
import { SourceEditor } from './SourceEditor.tsx';
import { sourceColumns } from './source-columns.tsx';
import './sources.css';

const choose = (sourceId: string | null): void => useSourceChoice.setState({ sourceId });

/** The source register: every source of the file, and one of them open for reading and editing. */
export function SourcesPanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const sourceId = useSourceChoice((choice) => choice.sourceId);
  const [isNew, setNew] = useState(false);
  const file = useAsk('analysisFile.get', fileId === null ? null : { fileId });
  const list = useAsk('source.list', fileId === null ? null : { fileId });
  const columns = useMemo(() => sourceColumns(t), [t]);
  if (fileId === null || file.data === undefined) return <Empty title={t('sources:loading')} />;
  const rows = list.data?.sources ?? [];
  const open = rows.find((one) => one.id === sourceId);
  return (
    <section className="panel sources-panel" aria-label={t('common:panel.sources')}>
      <div className="toolbar">
        <Button primary onClick={() => setNew(true)}>
          {t('sources:new')}
        </Button>
        <span className="muted">{t('sources:count', { count: rows.length })}</span>
      </div>
      {list.error ? <p role="alert">{list.error.message}</p> : null}
      <DataTable
        rows={rows}
        columns={columns}
        rowId={(row) => row.id}
        label={t('common:panel.sources')}
        selectedIds={new Set(open === undefined ? [] : [open.id])}
        onSelect={(row) => {
          setNew(false);
          choose(row.id);
        }}
      />
      <div className="source-detail">
        {isNew ? (
          <NewSource
            file={file.data}
            onDone={(made) => {
              setNew(false);
              if (made !== null) choose(made);
            }}
          />
        ) : open === undefined ? (
          <p className="muted">{t('sources:chooseOne')}</p>
        ) : (
          <SourceDetail key={open.id} file={file.data} sourceId={open.id} />
        )}
      </div>
    </section>
  );
}

const TABS = ['details', 'said', 'custody'] as const;

function SourceDetail(props: {
  readonly file: AnalysisFile;
  readonly sourceId: string;
}): ReactElement | null {
  const t = useMessages();
  const [tab, setTab] = useState<(typeof TABS)[number]>('details');
  const source = useAsk('source.get', { sourceId: props.sourceId });
  if (source.error) return <p role="alert">{source.error.message}</p>;
  if (source.data === undefined) return null;
  const { data } = source;
  return (
    <>
      <Tabs
        value={tab}
        tabs={TABS.map((value) => ({ value, label: t(`sources:tab.${value}`) }))}
        onChange={setTab}
      />
      {tab === 'details' ? (
        <SourceEditor key={JSON.stringify(data)} file={props.file} source={data} />
      ) : tab === 'said' ? (
        <Said sourceId={data.id} />
      ) : (
        <Custody sourceId={data.id} entries={data.custody} />
      )}
    </>
  );
}
