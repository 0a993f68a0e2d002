import type { ReactElement } from 'react';
import type { Output } from '../../contract/index.ts';
import type { MatchPairRow } from '../../contract/matching.ts';
import { EntityChip, formatInstant } from '../ui/index.ts';
import { language, select, useAsk, useDesk, useMessages } from '../workspace/index.ts';
import { PairFacts } from './PairFacts.tsx';
import { scoreWords } from './queue.ts';

type Shown = Output<'matching.pair'>;
type Words = NonNullable<Shown['names']>['left'];

/** Both records side by side, why they may be one, and what sources say of each. The next pair is read meanwhile. */
export function PairView(props: {
  readonly pair: MatchPairRow;
  readonly next: MatchPairRow | null;
  readonly leadId: string | null;
  readonly onLead: (id: string) => void;
}): ReactElement {
  const t = useMessages();
  const { pair, next } = props;
  const shown = useAsk('matching.pair', { leftId: pair.left.id, rightId: pair.right.id });
  useReadAhead(next);
  if (shown.error) return <p role="alert">{shown.error.message}</p>;
  if (shown.data === undefined) return <p className="muted">{t('matching:loading')}</p>;
  const { data } = shown;
  return (
    <div className="pair-view">
      <div className="pair-heads">
        {(['left', 'right'] as const).map((side) => (
          <Head
            key={side}
            entity={data[side]}
            words={data.names?.[side] ?? null}
            isNameless={data.closed && !data[side].protected}
            leads={(props.leadId ?? data.leadId) === data[side].id}
            onLead={() => props.onLead(data[side].id)}
          />
        ))}
      </div>
      <Why data={data} />
      {data.closed ? null : <PairFacts leftId={data.left.id} rightId={data.right.id} />}
    </div>
  );
}

/** What the next pair will ask is asked while this one is looked at. */
function useReadAhead(next: MatchPairRow | null): void {
  useAsk('matching.pair', next === null ? null : { leftId: next.left.id, rightId: next.right.id });
  useAsk('entity.get', next === null ? null : { entityId: next.left.id });
  useAsk('entity.get', next === null ? null : { entityId: next.right.id });
}

function Head(props: {
  readonly entity: Shown['left'];
  readonly words: Words | null;
  /** Beside a protected person: opening it would tell the name. */
  readonly isNameless: boolean;
  readonly leads: boolean;
  readonly onLead: () => void;
}): ReactElement {
  const t = useMessages();
  const { entity, words } = props;
  return (
    <div className="pair-head">
      <div className="pair-name">
        {words === null
          ? entity.label
          : words.map(({ text, sign }, index) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: words of a name have only their place
                key={index}
                className={`word ${sign}`}
                title={t(`matching:word.${sign}`)}
              >
                {text}
              </span>
            ))}
      </div>
      <EntityChip
        entity={entity}
        showStatus
        {...(props.isNameless ? {} : { onOpen: () => select({ entityIds: [entity.id] }) })}
      />
      <label className="tick">
        <input type="radio" name="pair-lead" tabIndex={-1} checked={props.leads} onChange={props.onLead} />
        {t('matching:act.lead')}
      </label>
    </div>
  );
}

function Why({ data }: { readonly data: Shown }): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const { decided } = data;
  return (
    <section className="pair-why">
      <h3 title={t('matching:scoreHint')}>
        {t('matching:why')} · {t('matching:score', { score: scoreWords(data.score) })}
      </h3>
      {data.closed ? <p>{t('matching:closed')}</p> : null}
      {decided === null ? null : (
        <p className="muted">
          {t(`matching:before.${decided.decision}`, {
            by: decided.by,
            date: formatInstant(decided.at, zone, language()),
            reason: decided.reason,
          })}
        </p>
      )}
      {data.news.length === 0 ? null : (
        <p className="warn">
          {t('matching:back')} {data.news.map(({ key, params }) => t(key, params)).join('; ')}
        </p>
      )}
      <ul>
        {data.reasons.map(({ key, params, speaksFor }) => (
          <li key={`${key}${JSON.stringify(params)}`} className={speaksFor ? 'for' : 'against'}>
            <span
              className="sign"
              role="img"
              aria-label={t(`matching:${speaksFor ? 'speaksFor' : 'speaksAgainst'}`)}
            >
              {speaksFor ? '+' : '−'}
            </span>
            {t(key, params)}
          </li>
        ))}
      </ul>
      {data.shared.length === 0 ? null : (
        <div className="pair-shared">
          <span className="muted">{t('matching:shared')}:</span>
          {data.shared.map((entity) => (
            <EntityChip key={entity.id} entity={entity} onOpen={() => select({ entityIds: [entity.id] })} />
          ))}
        </div>
      )}
    </section>
  );
}
