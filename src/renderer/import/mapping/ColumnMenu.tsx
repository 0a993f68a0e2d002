import type { ReactElement } from 'react';
import type { Inspection } from '../../../contract/import.ts';
import { ENTITY_TYPE_NAMES } from '../../../core/model/entity-types.ts';
import type { MenuItem } from '../../ui/index.ts';
import { useMessages } from '../../workspace/index.ts';
import { feed, usesOf } from './column-use.ts';
import { addEntity } from './edit-entities.ts';
import { addProperty } from './edit-properties.ts';
import { MenuButton } from './MenuButton.tsx';
import { useMapping } from './mapping-context.ts';
import { placeKey, placesOf } from './place.ts';
import { ownerWords, placeWords } from './sentences.ts';

type Column = Inspection['columns'][number];

/** Where a column can go: into a place that is there, into a new property, or into an entity of its own. */
export function ColumnMenu({ column }: { readonly column: Column }): ReactElement {
  const t = useMessages();
  return (
    <MenuButton
      label="+"
      title={t('importcentre:useColumnAs', { column: column.name })}
      items={[...usePlaces(column.name), ...useProperties(column.name), ...useNewEntities(column)]}
    />
  );
}

/** Other properties are left out: what is joined to one of them is chosen there. */
function usePlaces(column: string): MenuItem[] {
  const t = useMessages();
  const { specification, change } = useMapping();
  const taken = new Set(usesOf(specification, column).map(placeKey));
  return placesOf(specification)
    .filter((place) => place.field !== 'property' && !taken.has(placeKey(place)))
    .map((place) => ({
      id: placeKey(place),
      label: t('importcentre:sentence.place', {
        owner: ownerWords(specification, place, t),
        place: placeWords(specification, place, t),
      }),
      run: () => change((spec) => feed(spec, place, column)),
    }));
}

function useProperties(column: string): MenuItem[] {
  const t = useMessages();
  const { specification, change } = useMapping();
  const owners = [
    ...specification.entities.map((_, at) => ({ part: 'entity' as const, at })),
    ...specification.events.map((_, at) => ({ part: 'event' as const, at })),
  ];
  return owners.map((owner, first) => ({
    id: `${owner.part}.${owner.at}.property`,
    label: t('importcentre:asProperty', { owner: ownerWords(specification, owner, t), column }),
    separated: first === 0,
    run: () => change((spec) => addProperty(spec, owner, column, column)),
  }));
}

function useNewEntities(column: Column): MenuItem[] {
  const t = useMessages();
  const { change } = useMapping();
  return ENTITY_TYPE_NAMES.map((type, first) => ({
    id: `new.${type}`,
    label: t('importcentre:asNew', { type: t(`types:entity.${type}`) }),
    separated: first === 0,
    run: () => change((spec) => addEntity(spec, type, t(`types:entity.${type}`), column)),
  }));
}
