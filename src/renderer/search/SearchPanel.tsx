import { IconBookmarkPlus, IconHelp } from '@tabler/icons-react';
import { type ReactElement, type RefObject, useDeferredValue, useEffect, useRef, useState } from 'react';
import { Empty, IconButton, Tabs } from '../ui/index.ts';
import { useAsk, useDesk, useMessages, usePanelWish } from '../workspace/index.ts';
import { HistoryTree } from './HistoryTree.tsx';
import { KeepStanding } from './KeepStanding.tsx';
import { ModeSwitches } from './ModeSwitches.tsx';
import { QueryChips } from './QueryChips.tsx';
import { Results } from './Results.tsx';
import { SearchHelp } from './SearchHelp.tsx';
import { StandingQueries } from './StandingQueries.tsx';
import { type Answer, remember, type SearchTab, set, startSearch, useSearch } from './state.ts';
import { useFreshHits } from './use-kept.ts';
import './search.css';

const MOST = 200;
const NOTHING: Answer = { hits: [], events: [], problems: [], more: false };

/** Search of the whole file: one box with a language of its own, what was searched before, and what is watched for. */
export function SearchPanel(): ReactElement {
  const fileId = useDesk((desk) => desk.fileId);
  const { text, modes, tab } = useSearch();
  const box = useRef<HTMLInputElement>(null);
  const wish = usePanelWish();
  useEffect(() => void startSearch(fileId), [fileId]);
  useEffect(() => {
    if (wish.id === 'search') box.current?.focus();
  }, [wish]);
  const wanted = useDeferredValue(text.trim());
  const isAsked = wanted.length >= 2 && fileId !== null;
  const asked = useAsk('search.query', isAsked ? { fileId, text: wanted, limit: MOST, modes } : null);
  const answer = isAsked ? (asked.data ?? NOTHING) : NOTHING;
  return (
    <div className="panel search-panel">
      <SearchBox box={box} found={answer.hits.length + answer.events.length} />
      <ModeSwitches />
      <QueryChips problems={answer.problems} />
      <SearchTabs tab={tab} />
      {asked.error ? <p role="alert">{asked.error.message}</p> : null}
      {tab === 'history' ? <HistoryTree /> : null}
      {tab === 'standing' ? <StandingQueries /> : null}
      {tab === 'results' && isAsked && asked.isFetched ? <Results answer={answer} text={wanted} /> : null}
      {tab === 'results' && !isAsked ? <Nothing /> : null}
    </div>
  );
}

function SearchBox(props: {
  readonly box: RefObject<HTMLInputElement | null>;
  readonly found: number;
}): ReactElement {
  const t = useMessages();
  const text = useSearch((state) => state.text);
  const [open, setOpen] = useState<'help' | 'keep' | null>(null);
  const icon = (name: 'help' | 'keep', label: string, glyph: ReactElement): ReactElement => (
    <IconButton
      label={label}
      disabled={name === 'keep' && text.trim().length < 2}
      onClick={() => setOpen(name)}
    >
      {glyph}
    </IconButton>
  );
  return (
    <div className="toolbar">
      <input
        ref={props.box}
        type="search"
        spellCheck={false}
        aria-label={t('search:text')}
        placeholder={t('search:text')}
        value={text}
        onChange={(event) => set({ text: event.target.value, tab: 'results' })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void remember(props.found);
          if (event.key === 'ArrowDown') {
            event.currentTarget
              .closest('.search-panel')
              ?.querySelector<HTMLElement>('.search-found')
              ?.focus();
            event.preventDefault();
          }
        }}
      />
      {icon('help', t('search:help.open'), <IconHelp size={18} aria-hidden />)}
      {icon('keep', t('search:standing.keep'), <IconBookmarkPlus size={18} aria-hidden />)}
      {open === 'help' ? <SearchHelp onClose={() => setOpen(null)} /> : null}
      {open === 'keep' ? <KeepStanding onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function SearchTabs({ tab }: { readonly tab: SearchTab }): ReactElement {
  const t = useMessages();
  const fresh = useFreshHits();
  const standing = fresh === 0 ? t('search:tab.standing') : `${t('search:tab.standing')} (+${fresh})`;
  return (
    <Tabs<SearchTab>
      value={tab}
      tabs={[
        { value: 'results', label: t('search:tab.results') },
        { value: 'history', label: t('search:tab.history') },
        { value: 'standing', label: standing },
      ]}
      onChange={(next) => set({ tab: next })}
    />
  );
}

function Nothing(): ReactElement {
  const t = useMessages();
  return (
    <Empty title={t('search:empty.title')}>
      <p>{t('search:empty.how')}</p>
    </Empty>
  );
}
