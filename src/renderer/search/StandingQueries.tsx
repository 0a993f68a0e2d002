import { IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Output } from '../../contract/index.ts';
import { Empty, formatInstant, IconButton } from '../ui/index.ts';
import { call, dataChanged, language, select, useDesk, useMessages } from '../workspace/index.ts';
import { set } from './state.ts';
import { useKept } from './use-kept.ts';

type Standing = Output<'search.standing'>['queries'][number];

export function StandingQueries(): ReactElement {
  const t = useMessages();
  const queries = useKept('search.standing')?.queries ?? [];
  if (queries.length === 0) {
    return (
      <Empty title={t('search:tab.standing')}>
        <p>{t('search:standing.empty')}</p>
      </Empty>
    );
  }
  return (
    <ul className="lines">
      {queries.map((query) => (
        <StandingRow key={query.id} query={query} />
      ))}
    </ul>
  );
}

const changed = (): void => set(({ round }) => ({ round: round + 1 }));

/** Looking at what it finds selects what is new of it. */
function StandingRow({ query }: { readonly query: Standing }): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const { id, name, text, modes, found, fresh, checked } = query;
  const open = async (): Promise<void> => {
    const seen = await call('search.seen', { id });
    set({ text, modes, tab: 'results', lastId: null });
    if (seen.entities.length + seen.events.length > 0) {
      select({ entityIds: seen.entities, eventIds: seen.events });
      dataChanged();
    }
    changed();
  };
  const drop = async (): Promise<void> => {
    await call('search.dropStanding', { id });
    changed();
  };
  return (
    <li className="search-hit">
      <button
        type="button"
        className="search-found"
        title={t('search:standing.open')}
        onClick={() => void open()}
      >
        <strong>
          {name}
          {fresh === 0 ? null : (
            <span className="count-badge">{t('search:standing.fresh', { count: fresh })}</span>
          )}
        </strong>
        <span className="search-query">{text}</span>
        <span className="muted">
          {[
            t('search:standing.found', { count: found }),
            t('search:standing.checked', { at: formatInstant(checked, zone, language()) }),
          ].join(' · ')}
        </span>
      </button>
      <IconButton label={t('search:standing.drop')} onClick={() => void drop()}>
        <IconTrash size={16} aria-hidden />
      </IconButton>
    </li>
  );
}
