import { type ReactElement, useMemo, useState } from 'react';
import type { EventRow } from '../../contract/terms.ts';
import { addToChart } from '../chart/index.ts';
import {
  type DataColumn,
  DataTable,
  formatDuration,
  formatInstant,
  formatMoney,
  useSelectionMenu,
} from '../ui/index.ts';
import {
  evidenceOf,
  language,
  select,
  shownIds,
  showPanel,
  type Translate,
  useAsk,
  useDesk,
  useMessages,
  useSelection,
} from '../workspace/index.ts';

const PAGE = 500;

function columns(t: Translate, zone: string): DataColumn<EventRow>[] {
  const time = (row: EventRow): string =>
    row.start === null ? row.startText : formatInstant(row.start, zone, language());
  return [
    {
      id: 'start',
      label: t('table:column.time'),
      width: 190,
      value: (row) => row.start,
      cell: time,
      title: (row) => `${row.startText} (${row.zone})`,
    },
    { id: 'type', label: t('table:column.type'), width: 110, cell: (row) => t(`types:event.${row.type}`) },
    {
      id: 'from',
      label: t('table:column.from'),
      width: 180,
      cell: (row) => row.fromLabel ?? '',
      title: (row) => row.fromLabel ?? '',
    },
    {
      id: 'to',
      label: t('table:column.to'),
      width: 180,
      cell: (row) => row.toLabel ?? '',
      title: (row) => row.toLabel ?? '',
    },
    {
      id: 'duration',
      label: t('table:column.duration'),
      width: 80,
      numeric: true,
      cell: (row) => (row.durationSeconds === null ? '' : formatDuration(row.durationSeconds)),
    },
    {
      id: 'amount',
      label: t('table:column.amount'),
      width: 120,
      numeric: true,
      cell: (row) =>
        row.amountMinor === null || row.currency === null
          ? ''
          : formatMoney(row.amountMinor, row.currency, language()),
    },
    {
      id: 'place',
      label: t('table:column.place'),
      width: 150,
      cell: (row) => row.place ?? '',
      title: (row) => row.place ?? '',
    },
    {
      id: 'source',
      label: t('table:column.source'),
      width: 150,
      cell: (row) => `${row.sourceReference}${row.sourceRow === null ? '' : `:${row.sourceRow}`}`,
    },
    {
      id: 'grade',
      label: t('table:column.grade'),
      width: 60,
      cell: (row) => `${row.grade.source}${row.grade.information}`,
    },
  ];
}

/** Events in time order, fetched as the person scrolls. */
export function EventTable(props: { readonly fileId: string; readonly whole: boolean }): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const { entities, filter, unstated } = useDesk();
  const chosen = useSelection((selection) => selection.eventIds);
  const [limit, setLimit] = useState(PAGE);
  const [descending, setDescending] = useState(false);
  const ids = useMemo(() => shownIds({ entities, filter, unstated }), [entities, filter, unstated]);
  const narrowed = props.whole || ids === null ? {} : { entityIds: [...ids] };
  const { menu, open } = useSelectionMenu();
  const peopleOf = (row: EventRow): string[] => [row.from, row.to].filter((one) => one !== null);
  const list = useAsk('event.list', {
    fileId: props.fileId,
    ...narrowed,
    period: filter.period,
    ...evidenceOf(filter),
    offset: 0,
    limit,
    descending,
  });
  const rows = list.data?.rows ?? [];
  const shown = useMemo(() => columns(t, zone), [t, zone]);
  const total = list.data?.total ?? 0;
  return (
    <>
      {list.error ? <p role="alert">{list.error.message}</p> : null}
      <DataTable
        rows={rows}
        columns={shown}
        rowId={(row) => row.id}
        label={t('table:events')}
        selectedIds={new Set(chosen)}
        onSelect={(row) => select({ eventIds: [row.id], entityIds: peopleOf(row) })}
        onOpen={(row) => void addToChart(peopleOf(row)).then(() => showPanel('chart'))}
        onMenu={open}
        onSort={(_, down) => setDescending(down)}
        onMore={() => setLimit((before) => Math.min(5000, rows.length < total ? before + PAGE : before))}
      />
      {menu}
      <p className="muted table-foot">{t('table:shown', { shown: rows.length, total })}</p>
    </>
  );
}
