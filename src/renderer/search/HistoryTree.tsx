import { IconNote, IconTrash } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { Output } from '../../contract/index.ts';
import { Empty, formatInstant, IconButton } from '../ui/index.ts';
import { call, language, useDesk, useMessages } from '../workspace/index.ts';
import { set } from './state.ts';
import { useKept } from './use-kept.ts';

type Past = Output<'search.history'>['searches'][number];

/** Past searches: one that goes on from another stands under it. */
export function HistoryTree(): ReactElement {
  const t = useMessages();
  const searches = useKept('search.history')?.searches ?? [];
  if (searches.length === 0) {
    return (
      <Empty title={t('search:tab.history')}>
        <p>{t('search:history.empty')}</p>
      </Empty>
    );
  }
  const known = new Set(searches.map(({ id }) => id));
  const roots = searches.filter(({ parentId }) => parentId === null || !known.has(parentId));
  return <Branches all={searches} of={roots} />;
}

function Branches({
  all,
  of,
}: {
  readonly all: readonly Past[];
  readonly of: readonly Past[];
}): ReactElement {
  return (
    <ul className="search-tree">
      {of.map((search) => {
        const children = all.filter(({ parentId }) => parentId === search.id);
        return (
          <li key={search.id}>
            <PastSearch search={search} />
            {children.length === 0 ? null : <Branches all={all} of={[...children].reverse()} />}
          </li>
        );
      })}
    </ul>
  );
}

function PastSearch({ search }: { readonly search: Past }): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const [isNoting, setNoting] = useState(false);
  const { id, text, modes, hits, note, actor, at } = search;
  const changed = (): void => set(({ round }) => ({ round: round + 1 }));
  const forget = async (): Promise<void> => {
    await call('search.forget', { id });
    set(({ lastId }) => ({ lastId: lastId === id ? null : lastId }));
    changed();
  };
  const keep = async (words: string): Promise<void> => {
    setNoting(false);
    if (words === note) return;
    await call('search.note', { id, note: words });
    changed();
  };
  return (
    <div className="search-past">
      <div className="search-past-line">
        <button
          type="button"
          className="search-again"
          title={t('search:history.again')}
          onClick={() => set({ text, modes, lastId: id, tab: 'results' })}
        >
          {text}
        </button>
        <IconButton label={t('search:history.addNote')} onClick={() => setNoting(true)}>
          <IconNote size={14} aria-hidden />
        </IconButton>
        <IconButton label={t('search:history.forget')} onClick={() => void forget()}>
          <IconTrash size={14} aria-hidden />
        </IconButton>
      </div>
      <span className="muted" title={actor}>
        {[t('search:history.found', { count: hits }), formatInstant(at, zone, language())].join(' · ')}
      </span>
      {isNoting ? (
        <textarea
          // biome-ignore lint/a11y/noAutofocus: the person just asked to write here
          autoFocus
          rows={2}
          aria-label={t('search:history.note')}
          defaultValue={note}
          onBlur={(event) => void keep(event.target.value.trim())}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setNoting(false);
            if (event.key === 'Enter' && !event.shiftKey) event.currentTarget.blur();
          }}
        />
      ) : note === '' ? null : (
        <p className="search-note">{note}</p>
      )}
    </div>
  );
}
