import { type ReactElement, useRef, useState } from 'react';
import type { JournalFilter } from '../../contract/journal.ts';
import { Button } from '../ui/index.ts';
import { useAsk, useDesk, useMessages } from '../workspace/index.ts';
import { EntryRow } from './EntryRow.tsx';
import { JournalFilterBar } from './JournalFilterBar.tsx';
import { TakeBack } from './TakeBack.tsx';
import './journal.css';

const PAGE = 100;

/** Everything that was done in the file, page by page; any entry can be taken back, not only the newest. */
export function JournalPanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const [filter, setFilter] = useState<JournalFilter>({});
  /** Last entry of every page before this one. */
  const [above, setAbove] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<string | null>(null);
  const panel = useRef<HTMLElement>(null);
  const before = above.at(-1);
  const list = useAsk(
    'journal.list',
    fileId === null ? null : { fileId, limit: PAGE, filter, ...(before === undefined ? {} : { before }) },
  );
  const entries = list.data?.entries ?? [];
  const turn = (pages: readonly string[]): void => {
    setAbove(pages);
    setAsked(null);
    panel.current?.focus();
  };
  return (
    <section ref={panel} className="panel journal" tabIndex={-1} aria-label={t('journal:title')}>
      <p className="muted">{t('journal:explain')}</p>
      <JournalFilterBar
        filter={filter}
        actors={list.data?.actors ?? []}
        onChange={(changed) => {
          setFilter(changed);
          setAbove([]);
        }}
      />
      {list.error ? <p role="alert">{list.error.message}</p> : null}
      {entries.length === 0 && list.data !== undefined ? (
        <p className="muted">
          {t(Object.keys(filter).length === 0 ? 'journal:empty' : 'journal:nothingFound')}
        </p>
      ) : null}
      <ol>
        {entries.map((entry) => (
          <li key={entry.id} className={entry.state}>
            <EntryRow entry={entry} open={asked === entry.id} onAsk={() => setAsked(entry.id)} />
            {asked === entry.id ? (
              <TakeBack
                entryId={entry.id}
                onDone={() => {
                  setAsked(null);
                  panel.current?.focus();
                }}
              />
            ) : null}
          </li>
        ))}
      </ol>
      <div className="actions">
        {above.length === 0 ? null : (
          <Button onClick={() => turn(above.slice(0, -1))}>{t('journal:newer')}</Button>
        )}
        {list.data?.older === true ? (
          <Button onClick={() => turn([...above, entries.at(-1)?.id ?? ''])}>{t('journal:older')}</Button>
        ) : null}
      </div>
    </section>
  );
}
