import { IconPlus } from '@tabler/icons-react';
import { type ReactElement, useDeferredValue, useEffect, useRef, useState } from 'react';
import type { Output } from '../../contract/index.ts';
import { addToChart } from '../chart/index.ts';
import { Button, Empty, EntityChip } from '../ui/index.ts';
import { select, showPanel, useAsk, useDesk, useMessages, usePanelWish } from '../workspace/index.ts';

/** Search of the whole file: words, other alphabets, parts of numbers; each hit says why it matched. */
export function SearchPanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const [text, setText] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const wish = usePanelWish();
  useEffect(() => {
    if (wish.id === 'search') box.current?.focus();
  }, [wish]);
  const wanted = useDeferredValue(text.trim());
  const found = useAsk(
    'search.query',
    fileId === null || wanted.length < 2 ? null : { fileId, text: wanted, limit: 200 },
  );
  const hits = wanted.length < 2 ? [] : (found.data?.hits ?? []);

  async function add(ids: readonly string[]): Promise<void> {
    await addToChart(ids);
    select({ entityIds: ids });
    showPanel('chart');
  }

  return (
    <div className="panel search-panel">
      <div className="toolbar">
        <input
          ref={box}
          type="search"
          aria-label={t('search:text')}
          placeholder={t('search:text')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button disabled={hits.length === 0} onClick={() => void add(hits.map((hit) => hit.entity.id))}>
          {t('search:addAll', { count: hits.length })}
        </Button>
      </div>
      {found.error ? <p role="alert">{found.error.message}</p> : null}
      {wanted.length < 2 ? (
        <Empty title={t('search:empty.title')}>
          <p>{t('search:empty.how')}</p>
        </Empty>
      ) : null}
      {wanted.length >= 2 && hits.length === 0 && found.isFetched ? (
        <p className="muted">{t('search:nothing', { text: wanted })}</p>
      ) : null}
      <ul className="lines">
        {hits.map((hit) => (
          <SearchHit key={hit.entity.id} hit={hit} onAdd={() => void add([hit.entity.id])} />
        ))}
      </ul>
    </div>
  );
}

type Hit = Output<'search.query'>['hits'][number];

/** The name has the whole width; below it what tells it from its namesakes and why it was found. */
function SearchHit({ hit, onAdd }: { readonly hit: Hit; readonly onAdd: () => void }): ReactElement {
  const t = useMessages();
  const { entity, matched, birthDate, identifiers, why, found } = hit;
  const known = [matched, ...identifiers].filter((one) => one !== '' && one !== entity.label);
  const about = [
    ...(birthDate === null ? [] : [t('search:born', { date: birthDate })]),
    ...new Set(known),
    t(`search:why.${why}`),
    t('search:contacts', { count: entity.degree }),
  ];
  return (
    <li className="search-hit">
      <button
        type="button"
        className="search-found"
        onClick={() => select({ entityIds: [entity.id] })}
        onDoubleClick={onAdd}
      >
        <EntityChip entity={entity} />
        <span className="muted">{about.join(' · ')}</span>
        {found === null ? null : (
          <span>
            {found.page === null ? '' : `${t('search:page', { page: found.page })}: `}
            {found.snippet}
          </span>
        )}
      </button>
      <button
        type="button"
        className="icon-button"
        title={t('search:add')}
        aria-label={t('search:add')}
        onClick={onAdd}
      >
        <IconPlus size={16} aria-hidden />
      </button>
    </li>
  );
}
