import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { WatchList } from '../../contract/lists.ts';
import { Empty } from '../ui/index.ts';
import { call, dataChanged, useAsk, useAttempt, useMessages } from '../workspace/index.ts';
import { chooseHit, decisionOfKey, nextOf, useChoice } from './choice.ts';
import { HitFilter } from './HitFilter.tsx';
import { HitQueue } from './HitQueue.tsx';
import { HitView } from './HitView.tsx';

const PAGE = 300;
type Decision = 'confirmed' | 'dismissed';

/** The queue of hits and both sides of the chosen one: one key decides, the next one stands there. */
export function HitsTab(props: {
  readonly fileId: string;
  readonly lists: readonly WatchList[];
}): ReactElement {
  const t = useMessages();
  const { fileId, lists } = props;
  const { hitId, only, states } = useChoice();
  const [reason, setReason] = useState('');
  const [opened, setOpened] = useState<{ readonly id: string; readonly why: string } | null>(null);
  const { error, busy, run } = useAttempt();
  const queue = useRef<HTMLDivElement>(null);
  const asked = { fileId, ...only, states: [...states], offset: 0, limit: PAGE };
  const hits = useAsk('list.hits', asked);
  const rows = hits.data?.rows ?? [];
  const current = rows.some(({ id }) => id === hitId) ? hitId : (rows[0]?.id ?? null);
  useEffect(() => queue.current?.focus(), []);

  async function decide(state: Decision): Promise<void> {
    const row = rows.find(({ id }) => id === current);
    if (current === null || row === undefined) return;
    // Nobody decides on what they have not seen.
    if (row.entity.protected && opened?.id !== current) return;
    const ids = rows.map(({ id }) => id);
    const next = nextOf(ids, current, 1);
    await call('list.decide', { hitIds: [current], state, reason });
    setReason('');
    chooseHit(next === current ? nextOf(ids, current, -1) : next);
    dataChanged();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.target instanceof HTMLElement && event.target.matches('input, select, textarea')) return;
    const ids = rows.map(({ id }) => id);
    const decision = decisionOfKey(event);
    if (event.key === 'ArrowDown') chooseHit(nextOf(ids, current, 1));
    else if (event.key === 'ArrowUp') chooseHit(nextOf(ids, current, -1));
    else if (decision === null) return;
    else if (!busy) void run(() => decide(decision));
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the queue work in the view beside it too
    <div className="hits-tab" onKeyDown={onKeyDown}>
      <HitFilter lists={lists} counts={hits.data?.counts} elsewhere={hits.data?.elsewhere ?? []} />
      {hits.error ? <p role="alert">{hits.error.message}</p> : null}
      {error === null ? null : <p role="alert">{error}</p>}
      {hits.data !== undefined && rows.length === 0 ? (
        <Empty title={t('lists:noHits')}>{t('lists:noHitsHint')}</Empty>
      ) : (
        <div className="hits-sides">
          <HitQueue ref={queue} rows={rows} current={current} />
          {current === null ? (
            <p className="muted">{t('lists:chooseHit')}</p>
          ) : (
            <HitView
              key={current}
              hitId={current}
              busy={busy}
              reason={reason}
              onReason={setReason}
              opened={opened?.id === current ? opened.why : null}
              onOpen={(why) => setOpened({ id: current, why })}
              onDecide={(state) => void run(() => decide(state))}
            />
          )}
        </div>
      )}
      <p className="muted table-foot">{t('lists:keys')}</p>
    </div>
  );
}
