import { type ReactElement, useDeferredValue, useState } from 'react';
import { addToChart } from '../chart/index.ts';
import { Button, Empty, EntityChip } from '../ui/index.ts';
import { select, showPanel, useAsk, useDesk, useMessages } from '../workspace/index.ts';

/** Search of the whole file: words, other alphabets, parts of numbers; each hit says why it matched. */
export function SearchPanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const [text, setText] = useState('');
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
          <li key={hit.entity.id} className="search-hit">
            <button
              type="button"
              className="tree-row leaf"
              onClick={() => select({ entityIds: [hit.entity.id] })}
            >
              <EntityChip entity={hit.entity} />
              <span className="muted cut">{hit.matched}</span>
              <span className="muted">{t(`search:why.${hit.why}`)}</span>
              <span className="number">{hit.entity.degree}</span>
            </button>
            <Button onClick={() => void add([hit.entity.id])}>{t('search:add')}</Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
