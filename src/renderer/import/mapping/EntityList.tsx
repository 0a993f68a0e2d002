import type { ReactElement } from 'react';
import { ENTITY_TYPE_NAMES } from '../../../core/model/entity-types.ts';
import { EntitySign, type MenuItem } from '../../ui/index.ts';
import { useMessages } from '../../workspace/index.ts';
import { EntityEditor } from './EntityEditor.tsx';
import { addEntity, removeEntity } from './edit-entities.ts';
import { MappingGroup } from './MappingGroup.tsx';
import { MappingRow } from './MappingRow.tsx';
import { useMapping } from './mapping-context.ts';
import { type OpenRow, rowsOf } from './open-row.ts';
import { entitySentence, nameWords } from './sentences.ts';

export function EntityList({ open }: { readonly open: OpenRow }): ReactElement {
  const t = useMessages();
  const { specification, change } = useMapping();
  const items: MenuItem[] = ENTITY_TYPE_NAMES.map((type) => ({
    id: type,
    label: t(`types:entity.${type}`),
    run: () => {
      change((spec) => addEntity(spec, type, t(`types:entity.${type}`)));
      open.added(`entity.${specification.entities.length}`);
    },
  }));
  return (
    <MappingGroup
      group="entity"
      title={t('importcentre:entities')}
      add={t('importcentre:add.entity')}
      items={items}
    >
      {rowsOf('entity', specification.entities).map(({ id, at, one }) => (
        <MappingRow
          key={id}
          {...open.of(id)}
          sign={<EntitySign type={one.type} />}
          name={nameWords(one.name, t)}
          sentence={entitySentence(one, t)}
          onRemove={() => {
            change((spec) => removeEntity(spec, at));
            open.removed('entity');
          }}
        >
          <EntityEditor entity={one} at={at} />
        </MappingRow>
      ))}
    </MappingGroup>
  );
}
