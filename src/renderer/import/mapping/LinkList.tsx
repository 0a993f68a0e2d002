import type { ReactElement } from 'react';
import type { MenuItem } from '../../ui/index.ts';
import { useMessages } from '../../workspace/index.ts';
import { addLink, removeLink } from './edit-events.ts';
import { LinkEditor, STATED_LINKS } from './LinkEditor.tsx';
import { MappingGroup } from './MappingGroup.tsx';
import { MappingRow } from './MappingRow.tsx';
import { useMapping } from './mapping-context.ts';
import { type OpenRow, rowsOf } from './open-row.ts';
import { linkSentence } from './sentences.ts';

export function LinkList({ open }: { readonly open: OpenRow }): ReactElement {
  const t = useMessages();
  const { specification, change } = useMapping();
  const items: MenuItem[] = STATED_LINKS.map((type) => ({
    id: type,
    label: t(`types:link.${type}`),
    run: () => {
      change((spec) => addLink(spec, type));
      open.added(`link.${specification.links.length}`);
    },
  }));
  return (
    <MappingGroup group="link" title={t('importcentre:links')} add={t('importcentre:add.link')} items={items}>
      {rowsOf('link', specification.links).map(({ id, at, one }) => (
        <MappingRow
          key={id}
          {...open.of(id)}
          name=""
          sentence={linkSentence(one, t)}
          onRemove={() => {
            change((spec) => removeLink(spec, at));
            open.removed('link');
          }}
        >
          <LinkEditor link={one} at={at} />
        </MappingRow>
      ))}
    </MappingGroup>
  );
}
