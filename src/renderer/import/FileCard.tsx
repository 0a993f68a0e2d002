import { type ReactElement, useMemo } from 'react';
import type { Inspection } from '../../contract/import.ts';
import { useMessages } from '../workspace/index.ts';
import type { CentreItem } from './centre.ts';
import { FileActions } from './FileActions.tsx';
import { FileHead } from './FileHead.tsx';
import { FilterSettings, filterSentence } from './FilterSettings.tsx';
import { Fold } from './Fold.tsx';
import { type FileWork, useFileWork } from './file-work.ts';
import { ColumnTable } from './mapping/ColumnTable.tsx';
import { unusedColumns } from './mapping/column-use.ts';
import { MappingSection } from './mapping/MappingSection.tsx';
import { type Mapping, MappingContext } from './mapping/mapping-context.ts';
import { canPreview } from './mapping/problems.ts';
import { PartsChoice } from './PartsChoice.tsx';
import { PreviewSection } from './PreviewSection.tsx';
import { ReadingSettings, readingSentence } from './ReadingSettings.tsx';
import { ReportView } from './ReportView.tsx';
import type { FileState } from './reading.ts';
import { SourceSettings } from './SourceSettings.tsx';
import { sourceSentence } from './source-sentence.ts';

/** One file on its way in: what it is, how it is read, what would come of it, and what came. */
export function FileCard(props: {
  readonly item: CentreItem;
  readonly file: FileState;
  readonly onClose: () => void;
}): ReactElement {
  const { item } = props;
  const work = useFileWork(item, props.file);
  const { inspection, specification, problems, change, report } = work;
  const mapping = useMemo<Mapping>(
    () => ({ specification, columns: inspection.columns, problems, change }),
    [specification, inspection, problems, change],
  );
  return (
    <article className="card file-card">
      <FileHead work={work} onClose={props.onClose} />
      <FileSettings work={work} item={item} />
      <MappingContext value={mapping}>
        <MappingSection />
        <ColumnFold inspection={inspection} mapping={mapping} />
      </MappingContext>
      <PreviewSection path={inspection.path} specification={specification} waits={!canPreview(problems)} />
      {report === null ? null : <ReportView report={report} />}
      <FileActions work={work} />
    </article>
  );
}

function FileSettings(props: { readonly work: FileWork; readonly item: CentreItem }): ReactElement {
  const t = useMessages();
  const { work, item } = props;
  const { inspection, specification, error, change } = work;
  return (
    <>
      {inspection.parts.length > 1 ? (
        <Fold
          title={t('importcentre:part.title')}
          sentence={inspection.parts.map(({ name }) => name).join(', ')}
          startsOpen
        >
          <PartsChoice item={item} parts={inspection.parts} />
        </Fold>
      ) : null}
      {inspection.format === 'delimited' ? (
        <Fold title={t('importcentre:reading')} sentence={readingSentence(inspection, t)}>
          <ReadingSettings inspection={inspection} onChange={(reading) => void work.read(reading)} />
          {error?.about === 'reading' ? <p role="alert">{error.message}</p> : null}
        </Fold>
      ) : null}
      {work.lostMapping ? <p className="notice">{t('importcentre:lostMapping')}</p> : null}
      <Fold title={t('importcentre:source')} sentence={sourceSentence(specification, t)}>
        <SourceSettings
          specification={specification}
          onChange={(edit) => change((spec) => ({ ...spec, ...edit }))}
        />
      </Fold>
      <Fold title={t('importcentre:filter.title')} sentence={filterSentence(specification, t)}>
        <FilterSettings work={work} />
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
