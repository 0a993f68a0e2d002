import { type ReactElement, useMemo, useState } from 'react';
import type { AuditFilter } from '../../contract/audit.ts';
import { DataTable } from '../ui/index.ts';
import { useAsk, useDesk, useMessages } from '../workspace/index.ts';
import { AuditChecks } from './AuditChecks.tsx';
import { AuditFilterBar } from './AuditFilterBar.tsx';
import { auditColumns } from './columns.ts';

const PAGE = 200;
const MOST = 1000;

/** The audit chain as a supervisor reads it: newest first, filtered, checked, exported. */
export function AuditPanel(): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const [filter, setFilter] = useState<AuditFilter>({});
  const [limit, setLimit] = useState(PAGE);
  const list = useAsk('audit.list', { offset: 0, limit, filter });
  const columns = useMemo(() => auditColumns(t, zone), [t, zone]);
  const rows = list.data?.rows ?? [];
  const total = list.data?.total ?? 0;
  return (
    <section className="panel table-panel" aria-label={t('audit:title')}>
      <p className="muted">{t('audit:explain')}</p>
      <div className="toolbar">
        <AuditFilterBar
          filter={filter}
          actions={list.data?.actions ?? []}
          actors={list.data?.actors ?? []}
          onChange={setFilter}
        />
        <AuditChecks onExported={() => void list.refetch()} />
      </div>
      {list.error ? <p role="alert">{list.error.message}</p> : null}
      <DataTable
        rows={rows}
        columns={columns}
        rowId={(row) => String(row.seq)}
        label={t('audit:title')}
        onMore={() => setLimit((before) => Math.min(MOST, rows.length < total ? before + PAGE : before))}
      />
      <p className="muted table-foot">{t('audit:shown', { shown: rows.length, total })}</p>
    </section>
  );
}
