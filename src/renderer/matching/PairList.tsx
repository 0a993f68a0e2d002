import { type ReactElement, useEffect, useRef } from 'react';
import type { MatchPairRow } from '../../contract/matching.ts';
import { EntitySign } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { pairKey, scoreWords } from './queue.ts';

/** The pairs, best first; the keys of the panel move in it. */
export function PairList(props: {
  readonly rows: readonly MatchPairRow[];
  readonly at: number;
  readonly onChoose: (at: number) => void;
}): ReactElement {
  const t = useMessages();
  const chosen = useRef<HTMLButtonElement>(null);
  const { rows, at } = props;
  useEffect(() => {
    if (at >= 0) chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <ul className="pair-list" aria-label={t('matching:list')}>
      {rows.map((row, index) => {
        const score = scoreWords(row.score);
        const words = t('matching:pair', { left: row.left.label, right: row.right.label, score });
        return (
          <li key={pairKey(row)}>
            <button
              ref={index === at ? chosen : null}
              type="button"
              tabIndex={index === at ? 0 : -1}
              className={index === at ? 'chosen' : undefined}
              aria-current={index === at}
              title={words}
              onClick={() => props.onChoose(index)}
            >
              <span className="number">{score}</span>
              <EntitySign type={row.left.type} shut={row.left.protected || row.right.protected} />
              <span className="pair-names">
                <span className="cut">{row.left.label}</span>
                <span className="cut">{row.right.label}</span>
              </span>
              {row.isBack ? <span className="warn">{t('matching:isBack')}</span> : null}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
