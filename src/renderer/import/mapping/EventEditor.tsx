import type { ReactElement } from 'react';
import type { EventMapping } from '../../../contract/import.ts';
import { EVENT_TYPE_NAMES } from '../../../core/model/link-types.ts';
import { Field, type MenuItem, Select } from '../../ui/index.ts';
import { useMessages } from '../../workspace/index.ts';
import { DirectionRows } from './DirectionRows.tsx';
import { EndSelect } from './EndSelect.tsx';
import { changeEvent } from './edit-events.ts';
import { feederOf, focusSoon } from './focus.ts';
import { MenuButton } from './MenuButton.tsx';
import { useMapping } from './mapping-context.ts';
import { AddProperty, PropertyRows } from './PropertyRows.tsx';
import { EVENT_FIELDS, type EventField, type Place, placeKey, writePlace } from './place.ts';
import { ValueEditor } from './ValueEditor.tsx';
import { NOTHING } from './value-edit.ts';

/** One event of the mapping: what happened, between whom, when, where, how much. Only fields in use take up room. */
export function EventEditor(props: { readonly event: EventMapping; readonly at: number }): ReactElement {
  const t = useMessages();
  const { change } = useMapping();
  const { event, at } = props;
  const owner = { part: 'event', at } as const;
  return (
    <>
      <EventHead event={event} at={at} />
      {[...EVENT_FIELDS, 'kindFrom' as const]
        .filter((field) => isUsed(event, field))
        .map((field) => (
          <ValueEditor
            key={field}
            place={{ ...owner, field }}
            name={t(`importcentre:field.${field}`)}
            onRemove={() => change((spec) => writePlace(spec, { ...owner, field }, null))}
          />
        ))}
      {event.direction === null ? null : <DirectionRows incoming={event.direction.incoming} at={at} />}
      <PropertyRows owner={owner} />
      <div className="spec-adders">
        <AddField event={event} at={at} />
        <AddProperty owner={owner} />
      </div>
    </>
  );
}

/** A field that nobody chose is null, of a mapping saved before it existed not there. */
function isUsed(event: EventMapping, field: EventField | 'direction' | 'kindFrom'): boolean {
  return (event[field] ?? null) !== null;
}

function EventHead({ event, at }: { readonly event: EventMapping; readonly at: number }): ReactElement {
  const t = useMessages();
  const { change } = useMapping();
  return (
    <div className="spec-head">
      <Field label={t('importcentre:eventType')}>
        <Select
          value={event.type}
          choices={EVENT_TYPE_NAMES.map((value) => ({ value, label: t(`types:event.${value}`) }))}
          onChange={(type) => change((spec) => changeEvent(spec, at, { type }))}
        />
      </Field>
      {(['from', 'to'] as const).map((end) => (
        <EndSelect
          key={end}
          at={`event.${at}`}
          end={end}
          value={event[end]}
          onChange={(name) => change((spec) => changeEvent(spec, at, { [end]: name === '' ? null : name }))}
        />
      ))}
    </div>
  );
}

function AddField({ event, at }: { readonly event: EventMapping; readonly at: number }): ReactElement {
  const t = useMessages();
  const { change } = useMapping();
  const free = ([...EVENT_FIELDS, 'direction', 'kindFrom'] as const).filter((field) => !isUsed(event, field));
  const items: MenuItem[] = free.map((field) => {
    const place: Place = { part: 'event', at, field };
    return {
      id: field,
      label: t(`importcentre:field.${field}`),
      run: () => {
        change((spec) => writePlace(spec, place, NOTHING));
        focusSoon(feederOf(placeKey(place)));
      },
    };
  });
  return <MenuButton label={t('importcentre:add.field')} items={items} />;
}
