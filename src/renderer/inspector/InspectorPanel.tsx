import type { ReactElement } from 'react';
import { Empty } from '../ui/index.ts';
import { useDesk, useMessages, useSelection } from '../workspace/index.ts';
import { EntityCard } from './EntityCard.tsx';
import { EventCard } from './EventCard.tsx';
import { LineCard } from './LineCard.tsx';

/** Every fact about what is selected, with its source, row and grade. */
export function InspectorPanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const { entityIds, linkKeys, eventIds } = useSelection();
  const [entityId] = entityIds;
  const [linkKey] = linkKeys;
  const [eventId] = eventIds;
  const several = entityIds.length + linkKeys.length;
  if (fileId === null || (entityId === undefined && linkKey === undefined && eventId === undefined)) {
    return (
      <Empty title={t('inspector:empty.title')}>
        <p>{t('inspector:empty.how')}</p>
      </Empty>
    );
  }
  return (
    <div className="panel inspector">
      {several > 1 ? <p className="notice">{t('inspector:several', { count: several })}</p> : null}
      {entityId !== undefined ? <EntityCard key={entityId} fileId={fileId} entityId={entityId} /> : null}
      {entityId === undefined && linkKey !== undefined ? (
        <LineCard key={linkKey} fileId={fileId} linkKey={linkKey} />
      ) : null}
      {eventId !== undefined ? <EventCard key={eventId} eventId={eventId} /> : null}
    </div>
  );
}
