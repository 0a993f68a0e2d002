import { type KeyboardEvent, type ReactElement, useState } from 'react';
import type { StatusGrounds } from '../../contract/people.ts';
import { STATUS_KEYS } from '../../core/evidence/person-status.ts';
import { PERSON_STATUSES, type PersonStatus } from '../../core/model/case-terms.ts';
import { Button, DataTable, Empty } from '../ui/index.ts';
import { call, dataChanged, select, useAsk, useAttempt, useDesk, useMessages } from '../workspace/index.ts';
import { statusOfKey, toggled } from './choice.ts';
import { FileDays } from './FileDays.tsx';
import { GroundsFields, NO_GROUNDS } from './GroundsFields.tsx';
import { peopleColumns } from './people-columns.tsx';
import './people.css';

const PAGE = 500;
const NOBODY: ReadonlySet<string> = new Set();

/** People who wait for a status: several are chosen, one key decides on all of them. */
export function PeoplePanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const [chosen, setChosen] = useState(NOBODY);
  const [limit, setLimit] = useState(PAGE);
  const [minor, setMinor] = useState(false);
  const [grounds, setGrounds] = useState<StatusGrounds>(NO_GROUNDS);
  const { error, busy, run } = useAttempt();
  const list = useAsk('people.uncategorised', fileId === null ? null : { fileId, offset: 0, limit });
  if (fileId === null || list.data === undefined) return <Empty title={t('people:loading')} />;
  const { rows, total, overdue, days } = list.data;

  async function decide(status: PersonStatus): Promise<void> {
    if (fileId === null || chosen.size === 0) return;
    const entityIds = [...chosen];
    await call('people.categorise', { fileId, entityIds, status, minor: minor ? true : null, ...grounds });
    setChosen(NOBODY);
    dataChanged();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.target instanceof HTMLElement && event.target.matches('input, select, textarea')) return;
    const status = statusOfKey(event);
    if (status !== null) void run(() => decide(status));
    else if (event.ctrlKey && event.code === 'KeyA') setChosen(new Set(rows.map((row) => row.entity.id)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section
      className="panel table-panel people-panel"
      aria-label={t('common:panel.people')}
      onKeyDown={onKeyDown}
    >
      <div className="toolbar">
        <span>{t('people:waiting', { count: total })}</span>
        {overdue === 0 ? null : <strong role="status">{t('people:overdueCount', { count: overdue })}</strong>}
        <span className="grow" />
        <FileDays fileId={fileId} days={days} />
      </div>
      {total === 0 ? <Empty title={t('people:none')} /> : null}
      {total === 0 ? null : (
        <>
          <div className="toolbar">
            <span className="muted">{t('people:chosen', { count: chosen.size })}</span>
            {PERSON_STATUSES.map((status) => (
              <Button
                key={status}
                disabled={busy || chosen.size === 0}
                onClick={() => void run(() => decide(status))}
              >
                {t(`types:status.${status}`)} <kbd>{STATUS_KEYS[status]}</kbd>
              </Button>
            ))}
            <label className="tick">
              <input type="checkbox" checked={minor} onChange={(event) => setMinor(event.target.checked)} />
              {t('people:minors')}
            </label>
          </div>
          <GroundsFields fileId={fileId} grounds={grounds} onChange={setGrounds} />
          {error === null ? null : <p role="alert">{error}</p>}
          <DataTable
            rows={rows}
            columns={peopleColumns(t, chosen)}
            rowId={(row) => row.entity.id}
            label={t('common:panel.people')}
            selectedIds={chosen}
            onSelect={(row) => setChosen(toggled(chosen, row.entity.id))}
            onOpen={(row) => select({ entityIds: [row.entity.id] })}
            onMore={() =>
              setLimit((before) => (rows.length < total ? Math.min(2000, before + PAGE) : before))
            }
          />
          <p className="muted table-foot">{t('people:keys')}</p>
        </>
      )}
    </section>
  );
}
