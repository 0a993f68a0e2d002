import { type ReactElement, type Ref, useEffect } from 'react';
import type { HitRow } from '../../contract/lists.ts';
import { EntitySign } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { chooseHit } from './choice.ts';

/** The hits that wait, the surest first; arrows move. */
export function HitQueue(props: {
  readonly rows: readonly HitRow[];
  readonly current: string | null;
  readonly ref: Ref<HTMLDivElement>;
}): ReactElement {
  const t = useMessages();
  const { rows, current, ref } = props;
  useEffect(() => {
    if (current !== null) document.getElementById(`hit-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div
      ref={ref}
      className="hit-queue"
      role="listbox"
      tabIndex={0}
      aria-label={t('lists:tab.hits')}
      aria-activedescendant={current === null ? undefined : `hit-${current}`}
    >
      {rows.map((row) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the list itself takes the focus
        <div
          key={row.id}
          id={`hit-${row.id}`}
          role="option"
          className="hit-row"
          aria-selected={row.id === current}
          onClick={() => chooseHit(row.id)}
        >
          <EntitySign type={row.entity.type} shut={row.entity.protected} />
          <span className="hit-names">
            <strong className="cut">{row.entity.label}</strong>
            <span className="muted cut">
              {row.entry === '' ? row.list.name : `${row.entry} · ${row.list.name}`}
            </span>
            {row.state === 'open' && row.again !== null ? (
              <span className="hit-again cut">{t(`lists:again.${row.again}`)}</span>
            ) : null}
          </span>
          <span className="hit-score">
            <span className="number">{t('lists:score', { percent: Math.round(row.score * 100) })}</span>
            {row.state === 'open' ? null : (
              <span className={`hit-state ${row.state}`}>{t(`lists:state.${row.state}`)}</span>
            )}
          </span>
        </div>
      ))}
    </div>
  );
}
