import { type ReactElement, useState } from 'react';
import type { Output } from '../../contract/index.ts';
import { type DataColumn, DataTable } from '../ui/index.ts';
import { type Translate, useAsk, useMessages } from '../workspace/index.ts';

type Entry = Output<'list.entries'>['rows'][number];
type Rejected = Output<'list.rejected'>['rows'][number];
const PAGE = 200;
const MOST = 1000;

function entryColumns(t: Translate): DataColumn<Entry>[] {
  return [
    { id: 'line', label: t('lists:line'), width: 64, numeric: true, cell: (row) => row.line },
    { id: 'reference', label: t('lists:reference'), width: 110, cell: (row) => row.reference },
    { id: 'label', label: t('lists:label'), width: 240, cell: (row) => row.label, title: (row) => row.label },
    { id: 'note', label: t('lists:note'), width: 260, cell: (row) => row.note, title: (row) => row.note },
  ];
}

/** Entries of a version as they were read. */
export function EntryRows({ versionId }: { readonly versionId: string }): ReactElement {
  const t = useMessages();
  const [limit, setLimit] = useState(PAGE);
  const asked = useAsk('list.entries', { versionId, offset: 0, limit });
  return (
    <div className="version-rows">
      <DataTable
        rows={asked.data?.rows ?? []}
        columns={entryColumns(t)}
        rowId={(row) => `${row.line} ${row.reference} ${row.label}`}
        label={t('lists:entries')}
        onMore={() => setLimit((before) => Math.min(MOST, before + PAGE))}
      />
    </div>
  );
}

function rejectedColumns(t: Translate): DataColumn<Rejected>[] {
  return [
    { id: 'line', label: t('lists:line'), width: 64, numeric: true, cell: (row) => row.line },
    {
      id: 'message',
      label: t('lists:what'),
      width: 260,
      cell: (row) => row.message,
      title: (row) => row.message,
    },
    { id: 'value', label: t('lists:value'), width: 300, cell: (row) => row.value, title: (row) => row.value },
  ];
}

/** Rows that are no entries, each with its reason. */
export function RejectedRows({ versionId }: { readonly versionId: string }): ReactElement {
  const t = useMessages();
  const asked = useAsk('list.rejected', { versionId, offset: 0, limit: MOST });
  return (
    <div className="version-rows">
      <DataTable
        rows={asked.data?.rows ?? []}
        columns={rejectedColumns(t)}
        rowId={(row) => `${row.line} ${row.value}`}
        label={t('lists:showRejected')}
      />
    </div>
  );
}
