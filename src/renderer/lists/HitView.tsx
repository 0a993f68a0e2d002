import { type ReactElement, useState } from 'react';
import type { HitDetail } from '../../contract/lists.ts';
import { AskReason } from '../edits/index.ts';
import { Button, EntityChip, formatInstant } from '../ui/index.ts';
import { language, select, showPanel, useAsk, useDesk, useMessages } from '../workspace/index.ts';
import { HitSides } from './HitSides.tsx';

/** One hit: why, both sides, the row of the list as it stands, what was decided; and the decision. */
export function HitView(props: {
  readonly hitId: string;
  readonly busy: boolean;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  /** Why a protected person was opened; null: closed. */
  readonly opened: string | null;
  readonly onOpen: (reason: string) => void;
  readonly onDecide: (state: 'confirmed' | 'dismissed') => void;
}): ReactElement | null {
  const t = useMessages();
  const { hitId, busy, reason, opened } = props;
  const detail = useAsk('list.hit', opened === null ? { hitId } : { hitId, reason: opened });
  if (detail.error) return <p role="alert">{detail.error.message}</p>;
  if (detail.data === undefined) return null;
  const { hit, isShut, reasons, compared, note } = detail.data;
  return (
    <article className="hit-view">
      <header className="hit-head">
        <EntityChip
          entity={hit.entity}
          showStatus
          onOpen={() => {
            select({ entityIds: [hit.entity.id] });
            showPanel('inspector');
          }}
        />
        <span className="muted">
          {hit.list.name} · {hit.list.owner} · {t(`lists:kind.${hit.list.kind}`)}
          {hit.list.isCurrent ? '' : ` · ${t('lists:replaced', { number: hit.list.version })}`}
        </span>
        {hit.list.standing === 'valid' ? null : (
          <span className="list-standing">{t(`lists:standing.${hit.list.standing}`)}</span>
        )}
      </header>
      {hit.state === 'open' && hit.again !== null ? (
        <p className="hit-again">{t(`lists:again.${hit.again}`)}</p>
      ) : null}
      <div className="hit-decision">
        <input
          aria-label={t('lists:why')}
          placeholder={t('lists:why')}
          value={reason}
          onChange={(event) => props.onReason(event.target.value)}
        />
        <Button primary disabled={busy || isShut} onClick={() => props.onDecide('confirmed')}>
          {t('lists:confirm')} <kbd>C</kbd>
        </Button>
        <Button disabled={busy || isShut} onClick={() => props.onDecide('dismissed')}>
          {t('lists:dismiss')} <kbd>D</kbd>
        </Button>
      </div>
      {isShut ? (
        <Closed onOpen={props.onOpen} />
      ) : (
        <>
          <p>
            <strong>{t('lists:speaks')}: </strong>
            {reasons.map(({ key, params }) => t(key, params)).join(' · ')}
          </p>
          <HitSides compared={compared} />
          {note === '' ? null : <p className="hit-note">{note}</p>}
          <RawRow detail={detail.data} />
        </>
      )}
      <Decisions decisions={detail.data.decisions} />
    </article>
  );
}

/** The reason is asked for when somebody wants to see: a field of its own would take the keys that move and decide. */
function Closed({ onOpen }: { readonly onOpen: (reason: string) => void }): ReactElement {
  const t = useMessages();
  const [asked, setAsked] = useState(false);
  if (asked) {
    return (
      <AskReason
        explain={t('lists:shut')}
        act={t('inspector:shutter.open')}
        onGiven={onOpen}
        onDone={() => setAsked(false)}
      />
    );
  }
  return (
    <>
      <p>{t('lists:shut')}</p>
      <Button onClick={() => setAsked(true)}>{t('lists:openAsk')}</Button>
    </>
  );
}

function RawRow({ detail }: { readonly detail: HitDetail }): ReactElement {
  const t = useMessages();
  return (
    <details>
      <summary>{t('lists:raw', { line: detail.line })}</summary>
      <dl className="raw-row">
        {detail.raw.map(({ column, value }) => (
          <div key={column}>
            <dt>{column}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Decisions({ decisions }: Pick<HitDetail, 'decisions'>): ReactElement | null {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  if (decisions.length === 0) return null;
  return (
    <section>
      <h3>{t('lists:history')}</h3>
      {decisions.map(({ state, by, at, reason }) => (
        <p key={`${at} ${state}`} className="muted">
          {t('lists:decided', {
            state: t(`lists:state.${state}`),
            by,
            at: formatInstant(at, zone, language()),
          })}
          {reason === '' ? '' : `: ${reason}`}
        </p>
      ))}
    </section>
  );
}
