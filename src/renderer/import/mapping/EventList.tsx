import type { ReactElement } from 'react';
import { EVENT_TYPE_NAMES } from '../../../core/model/link-types.ts';
import type { MenuItem } from '../../ui/index.ts';
import { useMessages } from '../../workspace/index.ts';
import { EventEditor } from './EventEditor.tsx';
import { addEvent, removeEvent } from './edit-events.ts';
import { MappingGroup } from './MappingGroup.tsx';
import { MappingRow } from './MappingRow.tsx';
import { useMapping } from './mapping-context.ts';
import { type OpenRow, rowsOf } from './open-row.ts';
import { eventSentence } from './sentences.ts';

export function EventList({ open }: { readonly open: OpenRow }): ReactElement {
  const t = useMessages();
  const { specification, change } = useMapping();
  const items: MenuItem[] = EVENT_TYPE_NAMES.map((type) => ({
    id: type,
    label: t(`types:event.${type}`),
    run: () => {
      change((spec) => addEvent(spec, type));
      open.added(`event.${specification.events.length}`);
    },
  }));
  return (
    <MappingGroup
      group="event"
      title={t('importcentre:events')}
      add={t('importcentre:add.event')}
      items={items}
    >
      {rowsOf('event', specification.events).map(({ id, at, one }) => (
        <MappingRow
          key={id}
          {...open.of(id)}
          name={t(`types:event.${one.type}`)}
          sentence={eventSentence(one, t)}
          onRemove={() => {
            change((spec) => removeEvent(spec, at));
            open.removed('event');
          }}
        >
          <EventEditor event={one} at={at} />
        </MappingRow>
      ))}
    </MappingGroup>
  );
}
