import type { ReactElement } from 'react';
import { type MenuItem, propertyWords } from '../../ui/index.ts';
import { useMessages } from '../../workspace/index.ts';
import { CommitInput } from './CommitInput.tsx';
import { addProperty, type Owner, propertiesOf, renameProperty } from './edit-properties.ts';
import { focusSoon } from './focus.ts';
import { freeName } from './lists.ts';
import { MenuButton } from './MenuButton.tsx';
import { useMapping } from './mapping-context.ts';
import { type Place, placeKey, writePlace } from './place.ts';
import { ValueEditor } from './ValueEditor.tsx';

/** The properties of an entity or event: each a name and what feeds it. */
export function PropertyRows({ owner }: { readonly owner: Owner }): ReactElement {
  const t = useMessages();
  const { specification, change } = useMapping();
  const names = Object.keys(propertiesOf(specification, owner));
  const rows = names.map((name, at) => ({
    id: `property.${at}`,
    place: { ...owner, field: 'property', name } satisfies Place,
  }));
  return (
    <>
      {rows.map(({ id, place }) => (
        <ValueEditor
          key={id}
          place={place}
          name={propertyWords(t, place.name)}
          head={
            <CommitInput
              value={propertyWords(t, place.name)}
              label={t('importcentre:propertyName')}
              invalid={place.name.trim() === ''}
              onCommit={(text) => change((spec) => renameProperty(spec, owner, place.name, text.trim()))}
            />
          }
          onRemove={() => change((spec) => writePlace(spec, place, null))}
        />
      ))}
    </>
  );
}

/** A property of a column takes the column's name. */
export function AddProperty({ owner }: { readonly owner: Owner }): ReactElement {
  const t = useMessages();
  const { columns, change, specification } = useMapping();
  const add = (wish: string, column?: string): void => {
    const name = freeName(Object.keys(propertiesOf(specification, owner)), wish);
    change((spec) => addProperty(spec, owner, name, column));
    focusSoon(`[data-at="${CSS.escape(placeKey({ ...owner, field: 'property', name }))}"] input`);
  };
  const items: MenuItem[] = columns.map(({ name }) => ({
    id: name,
    label: name,
    run: () => add(name, name),
  }));
  return (
    <MenuButton
      label={t('importcentre:add.property')}
      items={[
        ...items,
        {
          id: '',
          label: t('importcentre:otherProperty'),
          separated: true,
          run: () => add(t('importcentre:newProperty')),
        },
      ]}
    />
  );
}
