import { type ReactElement, useMemo, useState } from 'react';
import type { EntitySummary } from '../../contract/terms.ts';
import { gradeSetCode } from '../../core/evidence/grade-words.ts';
import { addToChart } from '../chart/index.ts';
import { type DataColumn, DataTable, EntityChip, useSelectionMenu } from '../ui/index.ts';
import {
  evidenceOf,
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
const NO_ROWS: readonly EntitySummary[] = [];
type Sort = 'label' | 'type' | 'degree';

function columns(t: Translate, grades: ReadonlyMap<string, string>): DataColumn<EntitySummary>[] {
  return [
    {
      id: 'label',
      label: t('table:column.name'),
      width: 280,
      value: (row) => row.label,
      cell: (row) => <EntityChip entity={row} />,
      title: (row) => row.label,
    },
    {
      id: 'type',
      label: t('table:column.type'),
      width: 150,
      value: (row) => row.type,
      cell: (row) => t(`types:entity.${row.type}`),
    },
    {
      id: 'status',
      label: t('table:column.status'),
      width: 150,
      cell: (row) => (row.status === null ? '' : t(`types:status.${row.status}`)),
    },
    {
      id: 'degree',
      label: t('table:column.contacts'),
      width: 90,
      numeric: true,
      value: (row) => row.degree,
      cell: (row) => row.degree,
    },
    {
      id: 'grades',
      label: t('table:column.grades'),
      width: 130,
      cell: (row) => grades.get(row.id) ?? '',
      title: (row) => grades.get(row.id) ?? '',
    },
  ];
}

/** The set of grades of each row, as they were given. */
function useGrades(fileId: string, rows: readonly EntitySummary[]): ReadonlyMap<string, string> {
  const filter = useDesk((desk) => desk.filter);
  const asked = { fileId, entityIds: rows.map(({ id }) => id), ...evidenceOf(filter) };
  const { data } = useAsk('evidence.among', rows.length === 0 ? null : asked);
  return useMemo(
    () => new Map((data?.entities ?? []).map((one) => [one.key, gradeSetCode(one.grades)])),
    [data],
  );
}

/** Entities with their number of contacts; the engine sorts and finds. */
export function EntityTable(props: { readonly fileId: string; readonly whole: boolean }): ReactElement {
  const t = useMessages();
  const { entities, filter, unstated } = useDesk();
  const { menu, open } = useSelectionMenu();
  const chosen = useSelection((selection) => selection.entityIds);
  const [limit, setLimit] = useState(PAGE);
  const [text, setText] = useState('');
  const [sort, setSort] = useState<{ by: Sort; descending: boolean }>({ by: 'degree', descending: true });
  const ids = useMemo(() => shownIds({ entities, filter, unstated }), [entities, filter, unstated]);
  const narrowed = props.whole || ids === null ? evidenceOf(filter) : { ids: [...ids] };
  const found = text.trim() === '' ? {} : { text: text.trim() };
  const list = useAsk('entity.list', {
    fileId: props.fileId,
    ...narrowed,
    ...found,
    sort: sort.by,
    descending: sort.descending,
    offset: 0,
    limit,
  });
  const rows = list.data?.rows ?? NO_ROWS;
  const total = list.data?.total ?? 0;
  const grades = useGrades(props.fileId, rows);
  const shown = useMemo(() => columns(t, grades), [t, grades]);
  return (
    <>
      <div className="toolbar">
        <input
          type="search"
          aria-label={t('table:filter')}
          placeholder={t('table:filter')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {list.error ? <p role="alert">{list.error.message}</p> : null}
      <DataTable
        rows={rows}
        columns={shown}
        rowId={(row) => row.id}
        label={t('table:entities')}
        selectedIds={new Set(chosen)}
        onSelect={(row, add) => select({ entityIds: add ? [...new Set([...chosen, row.id])] : [row.id] })}
        onOpen={(row) => void addToChart([row.id]).then(() => showPanel('chart'))}
        onMenu={open}
        onSort={(by, descending) => setSort({ by: by as Sort, descending })}
        onMore={() => setLimit((before) => Math.min(5000, rows.length < total ? before + PAGE : before))}
      />
      {menu}
      <p className="muted table-foot">{t('table:shown', { shown: rows.length, total })}</p>
    </>
  );
}
