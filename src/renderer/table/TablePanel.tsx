import { type ReactElement, useState } from 'react';
import { Button, Empty, ViewMarking } from '../ui/index.ts';
import { useDesk, useMessages } from '../workspace/index.ts';
import { EntityTable } from './EntityTable.tsx';
import { EventTable } from './EventTable.tsx';

/** Events and entities as rows: of the chart's working set, or of the whole file. */
export function TablePanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const members = useDesk((desk) => desk.entities.size);
  const [what, setWhat] = useState<'events' | 'entities'>('events');
  const [whole, setWhole] = useState(false);
  if (fileId === null) return <Empty title={t('table:empty')} />;
  const all = whole || members === 0;
  return (
    <div className="panel table-panel">
      <div className="toolbar">
        <Button aria-pressed={what === 'events'} onClick={() => setWhat('events')}>
          {t('table:events')}
        </Button>
        <Button aria-pressed={what === 'entities'} onClick={() => setWhat('entities')}>
          {t('table:entities')}
        </Button>
        <label className="tick">
          <input
            type="checkbox"
            checked={all}
            disabled={members === 0}
            onChange={(event) => setWhole(event.target.checked)}
          />
          {t('table:wholeFile')}
        </label>
      </div>
      {what === 'events' ? (
        <EventTable fileId={fileId} whole={all} />
      ) : (
        <EntityTable fileId={fileId} whole={all} />
      )}
      <ViewMarking whole={all} />
    </div>
  );
}
