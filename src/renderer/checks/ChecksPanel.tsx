import type { ReactElement } from 'react';
import type { Output } from '../../contract/index.ts';
import { type DataColumn, DataTable, Empty, EntityChip } from '../ui/index.ts';
import {
  isoDay,
  select,
  showPanel,
  type Translate,
  useAsk,
  useDesk,
  useMessages,
  useSelection,
} from '../workspace/index.ts';
import { systemWords } from './words.ts';
import './checks.css';

type Row = Output<'check.open'>['rows'][number];

const idOf = (row: Row): string => row.check?.id ?? `${row.entity.id} ${row.due}`;

/** Positive results of the file that wait for the bureau that owns the record; the overdue first. */
export function ChecksPanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const zone = useDesk((desk) => desk.timeZone);
  const chosen = useSelection((selection) => selection.entityIds);
  const today = isoDay(Date.now(), zone);
  const list = useAsk('check.open', fileId === null ? null : { fileId, today });
  if (list.error) return <p role="alert">{list.error.message}</p>;
  if (fileId === null || list.data === undefined) return <div className="panel" />;
  const { rows, overdue } = list.data;
  const selected = new Set(rows.filter((row) => chosen.includes(row.entity.id)).map(idOf));
  return (
    <section className="panel table-panel" aria-label={t('common:panel.checks')}>
      <div className="toolbar">
        <span>{t('checks:open.count', { count: rows.length })}</span>
        {overdue === 0 ? null : <strong role="status">{t('checks:open.overdue', { count: overdue })}</strong>}
      </div>
      {rows.length === 0 ? <Empty title={t('checks:open.none')} /> : null}
      {rows.length === 0 ? null : (
        <>
          <p className="check-lead">{t('checks:lead')}</p>
          <DataTable
            rows={rows}
            columns={columnsOf(t)}
            rowId={idOf}
            label={t('checks:open.title')}
            selectedIds={selected}
            onSelect={(row) => select({ entityIds: [row.entity.id] })}
            onOpen={(row) => {
              select({ entityIds: [row.entity.id] });
              showPanel('inspector');
            }}
          />
          <p className="muted table-foot">{t('checks:open.foot')}</p>
        </>
      )}
    </section>
  );
}

function columnsOf(t: Translate): DataColumn<Row>[] {
  const text = (id: string, label: string, width: number, of: (row: Row) => string): DataColumn<Row> => ({
    id,
    label,
    width,
    value: of,
    title: of,
    cell: of,
  });
  const due = (row: Row): string => row.due ?? t('checks:open.noDue');
  return [
    {
      id: 'entity',
      label: t('checks:open.entity'),
      width: 220,
      value: (row) => row.entity.label,
      title: (row) => row.entity.label,
      cell: (row) => <EntityChip entity={row.entity} />,
    },
    {
      ...text('due', t('checks:open.due'), 110, due),
      value: (row) => row.due,
      cell: (row) => (row.overdue ? <strong className="warn">{due(row)}</strong> : due(row)),
    },
    text('database', t('checks:open.database'), 200, ({ check }) =>
      check === null ? t('checks:open.shut') : systemWords(t, check),
    ),
    text('result', t('checks:open.result'), 110, ({ check }) =>
      check === null ? '' : t(`checks:result.${check.result}`),
    ),
    text('reference', t('checks:open.reference'), 140, ({ check }) => check?.recordReference ?? ''),
    text('owner', t('checks:open.owner'), 160, ({ check }) => check?.ownerNcb ?? ''),
    text('asked', t('checks:open.asked'), 100, ({ check }) => check?.asked ?? ''),
  ];
}
