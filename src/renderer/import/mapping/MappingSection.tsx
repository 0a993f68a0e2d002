import type { ReactElement } from 'react';
import { useMessages } from '../../workspace/index.ts';
import { EntityList } from './EntityList.tsx';
import { EventList } from './EventList.tsx';
import { LinkList } from './LinkList.tsx';
import { useOpenRow } from './open-row.ts';

/** What the rows of the file become, a sentence each; one at a time opens into its editor. */
export function MappingSection(): ReactElement {
  const t = useMessages();
  const open = useOpenRow();
  return (
    <section className="spec-mapping" aria-label={t('importcentre:mapping')}>
      <p className="spec-title">
        <strong>{t('importcentre:mapping')}</strong>{' '}
        <span className="muted">{t('importcentre:mappingHint')}</span>
      </p>
      <EntityList open={open} />
      <LinkList open={open} />
      <EventList open={open} />
    </section>
  );
}
