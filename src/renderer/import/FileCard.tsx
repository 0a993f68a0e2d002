import { type ReactElement, useMemo } from 'react';
import type { Inspection } from '../../contract/import.ts';
import { useMessages } from '../workspace/index.ts';
import { FileActions } from './FileActions.tsx';
import { FileHead } from './FileHead.tsx';
import { Fold } from './Fold.tsx';
import { type FileWork, useFileWork } from './file-work.ts';
import { ColumnTable } from './mapping/ColumnTable.tsx';
import { unusedColumns } from './mapping/column-use.ts';
import { MappingSection } from './mapping/MappingSection.tsx';
import { type Mapping, MappingContext } from './mapping/mapping-context.ts';
import { canPreview } from './mapping/problems.ts';
import { PreviewRows } from './PreviewRows.tsx';
import { ReadingSettings, readingSentence } from './ReadingSettings.tsx';
import { ReportView } from './ReportView.tsx';
import { SourceSettings } from './SourceSettings.tsx';
import { sourceSentence } from './source-sentence.ts';

/** One file on its way in: what it is, how it is read, what would come of it, and what came. */
export function FileCard(props: {
  readonly fileId: string;
  readonly inspection: Inspection;
  readonly onClose: () => void;
}): ReactElement {
  const work = useFileWork(props.fileId, props.inspection);
  const { inspection, specification, problems, change, report } = work;
  const mapping = useMemo<Mapping>(
    () => ({ specification, columns: inspection.columns, problems, change }),
    [specification, inspection, problems, change],
  );
  return (
    <article className="card file-card">
      <FileHead inspection={inspection} onClose={props.onClose} />
      <FileSettings work={work} />
      <MappingContext value={mapping}>
        <MappingSection />
        <ColumnFold inspection={inspection} mapping={mapping} />
      </MappingContext>
      <PreviewRows path={inspection.path} specification={specification} waits={!canPreview(problems)} />
      {report === null ? null : <ReportView report={report} />}
      <FileActions work={work} />
    </article>
  );
}

function FileSettings({ work }: { readonly work: FileWork }): ReactElement {
  const t = useMessages();
  const { inspection, specification, error, change } = work;
  return (
    <>
      {inspection.format === 'delimited' ? (
        <Fold title={t('importcentre:reading')} sentence={readingSentence(inspection, t)}>
          <ReadingSettings inspection={inspection} onChange={(reading) => void work.read(reading)} />
          {error?.about === 'reading' ? <p role="alert">{error.message}</p> : null}
        </Fold>
      ) : null}
      {work.lostMapping ? <p className="notice">{t('importcentre:lostMapping')}</p> : null}
      <Fold
        title={t('importcentre:source')}
        sentence={sourceSentence(specification, t)}
        startsOpen={inspection.ambiguousDates}
      >
        <SourceSettings
          specification={specification}
          onChange={(edit) => change((spec) => ({ ...spec, ...edit }))}
        />
      </Fold>
    </>
  );
}

/** Open from the start where nothing was recognised: the columns are then what a person begins with. */
function ColumnFold(props: { readonly inspection: Inspection; readonly mapping: Mapping }): ReactElement {
  const t = useMessages();
  const columns = props.inspection.columns.map(({ name }) => name);
  const unused = unusedColumns(props.mapping.specification, columns);
  const sentence =
    unused.length === 0
      ? t('importcentre:allUsed')
      : t('importcentre:unusedColumns', { columns: unused.join(', ') });
  return (
    <Fold
      title={t('importcentre:columns', { count: columns.length })}
      sentence={sentence}
      startsOpen={props.inspection.suggestedFrom === 'none'}
    >
      <ColumnTable />
    </Fold>
  );
}
