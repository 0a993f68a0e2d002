import { type ReactElement, useState } from 'react';
import { ENTITY_TYPE_NAMES } from '../../core/model/entity-types.ts';
import { isoDay, showPanel, useAsk, useDesk, useMessages } from '../workspace/index.ts';
import { BatchList } from './BatchList.tsx';
import { EntityGroup } from './EntityGroup.tsx';
import { JournalList } from './JournalList.tsx';
import { SourceList } from './SourceList.tsx';

/** What the analysis file holds: people and things by type, sources, imports, and what was done. */
export function ExplorerPanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const counts = useAsk('analysisFile.counts', fileId === null ? null : { fileId });
  const zone = useDesk((desk) => desk.timeZone);
  const asked = fileId === null ? null : { fileId, today: isoDay(Date.now(), zone) };
  const overdue = useAsk('check.open', asked).data?.overdue ?? 0;
  const [open, setOpen] = useState<string | null>(null);
  if (fileId === null) return <div className="panel" />;
  const data = counts.data;
  const events = Object.values(data?.events ?? {}).reduce((sum, one) => sum + one, 0);

  function group(id: string, label: string, count: number | null, body: () => ReactElement): ReactElement {
    const shown = open === id;
    return (
      <li key={id}>
        <button
          type="button"
          className="tree-row"
          aria-expanded={shown}
          onClick={() => setOpen(shown ? null : id)}
        >
          <span>{label}</span>
          {count === null ? null : <span className="number">{count}</span>}
        </button>
        {shown ? body() : null}
      </li>
    );
  }

  return (
    <nav className="panel explorer" aria-label={t('casefile:explorer.title')}>
      <ul className="tree">
        {ENTITY_TYPE_NAMES.filter((type) => (data?.entities[type] ?? 0) > 0).map((type) =>
          group(type, t(`types:entity.${type}`), data?.entities[type] ?? 0, () => (
            <EntityGroup fileId={fileId} type={type} />
          )),
        )}
        <li className="tree-row quiet">
          <span>{t('casefile:explorer.events')}</span>
          <span className="number">{events}</span>
        </li>
        {group('sources', t('casefile:explorer.sources'), data?.sources ?? 0, () => (
          <SourceList fileId={fileId} />
        ))}
        {group('imports', t('casefile:explorer.imports'), null, () => (
          <BatchList fileId={fileId} />
        ))}
        {group('journal', t('casefile:explorer.journal'), null, () => (
          <JournalList fileId={fileId} />
        ))}
      </ul>
      {overdue > 0 ? (
        <button type="button" className="notice as-button" onClick={() => showPanel('checks')}>
          {t('casefile:explorer.overdueChecks', { count: overdue })}
        </button>
      ) : null}
      {(data?.uncategorised ?? 0) > 0 ? (
        <button type="button" className="notice as-button" onClick={() => showPanel('people')}>
          {t('casefile:explorer.uncategorised', { count: data?.uncategorised ?? 0 })}
        </button>
      ) : null}
    </nav>
  );
}
