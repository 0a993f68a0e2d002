import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { Button, Empty } from '../ui/index.ts';
import { useAsk, useDesk, useMessages } from '../workspace/index.ts';
import { FIRST_FILTER, type PairFilter, PairFilters } from './PairFilters.tsx';
import { PairList } from './PairList.tsx';
import { PairView } from './PairView.tsx';
import { actOfKey, DECISION_KEYS, pairKey, type QueueAct } from './queue.ts';
import { useQueue } from './use-queue.ts';
import { useWishedEntity } from './wish.ts';
import './matching.css';

const AT_ONCE = 200;
const DECISIONS = ['same', 'different', 'undecided'] as const;

/** Pairs of records that may be one, worked through by keyboard. */
export function MatchingPanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  if (fileId === null) return <Empty title={t('matching:loading')} />;
  return <Review key={fileId} fileId={fileId} />;
}

function Review({ fileId }: { readonly fileId: string }): ReactElement {
  const t = useMessages();
  const entityId = useWishedEntity(fileId);
  const [filter, setFilter] = useState<PairFilter>(FIRST_FILTER);
  const asked = { ...filter, ...(entityId === null ? {} : { entityId }) };
  const list = useAsk('matching.list', { fileId, ...asked, offset: 0, limit: AT_ONCE });
  const queue = useQueue(fileId, list.data?.rows ?? NONE);
  const { rows, at } = queue;
  const [lead, setLead] = useState<{ readonly key: string; readonly id: string } | null>(null);
  const [note, setNote] = useState('');
  const keys = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const pair = rows[at];
  const leadId = pair !== undefined && lead?.key === pairKey(pair) ? lead.id : null;
  useEffect(() => keys.current?.focus(), []);

  function decide(decision: (typeof DECISIONS)[number]): void {
    queue.decide(decision, leadId, note);
    setNote('');
    keys.current?.focus();
  }
  function carryOut(act: QueueAct): void {
    if (act === 'up' || act === 'down') queue.choose(Math.max(0, at + (act === 'up' ? -1 : 1)));
    else if (act === 'undo') queue.undo();
    else if (act === 'note') field.current?.focus();
    else if (act !== 'left' && act !== 'right') decide(act);
    else if (pair !== undefined) setLead({ key: pairKey(pair), id: pair[act].id });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.target === field.current && event.key === 'Enter') keys.current?.focus();
    const act = isTyping(event.target) ? null : actOfKey(event);
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    carryOut(act);
  }

  return (
    <section
      className="panel table-panel matching-panel"
      aria-label={t('common:panel.matching')}
      onKeyDown={onKeyDown}
    >
      <PairFilters fileId={fileId} entityId={entityId} filter={filter} onChange={setFilter} />
      <div className="matching-body" ref={keys} tabIndex={-1}>
        <PairList rows={rows} at={at} onChoose={queue.choose} />
        {pair === undefined ? (
          <Empty title={t(`matching:${list.data === undefined ? 'loading' : `none.${filter.state}`}`)}>
            <p>{t('matching:none.how')}</p>
          </Empty>
        ) : (
          <PairView
            key={pairKey(pair)}
            pair={pair}
            next={rows[at + 1] ?? null}
            leadId={leadId}
            onLead={(id) => setLead({ key: pairKey(pair), id })}
          />
        )}
      </div>
      {queue.error === null ? null : <p role="alert">{queue.error}</p>}
      <div className="toolbar matching-acts">
        {DECISIONS.map((decision) => (
          <Button key={decision} disabled={pair === undefined} onClick={() => decide(decision)}>
            {t(`matching:act.${decision}`)} <kbd>{DECISION_KEYS[decision]}</kbd>
          </Button>
        ))}
        <Button onClick={queue.undo}>
          {t('matching:act.undo')} <kbd>Z</kbd>
        </Button>
        <input
          ref={field}
          aria-label={t('matching:reasonLabel')}
          placeholder={t('matching:reasonLabel')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <span className="muted cut" title={t('matching:keys')}>
          {t('matching:keys')}
        </span>
        <span role="status">{t('matching:decided', { number: queue.count })}</span>
      </div>
    </section>
  );
}

const NONE: readonly never[] = [];

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement && target.matches('input:not([type=radio]), select, textarea, dialog *')
  );
}
