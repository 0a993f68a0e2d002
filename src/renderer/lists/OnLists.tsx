import type { ReactElement } from 'react';
import { showPanel, useAsk, useMessages } from '../workspace/index.ts';
import { useChoice } from './choice.ts';
import './lists.css';

/** On the card of an entity: which lists it stands on, confirmed or still to decide. */
export function OnLists({ entityId }: { readonly entityId: string }): ReactElement | null {
  const t = useMessages();
  const asked = useAsk('list.ofEntity', { entityId });
  const rows = asked.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <ul className="on-lists">
      {rows.map(({ id, list, state, score }) => (
        <li key={id}>
          <button
            type="button"
            className={`on-list ${state}`}
            onClick={() => {
              useChoice.setState({
                tab: 'hits',
                hitId: id,
                only: { listId: null, versionId: null },
                states: ['open', 'confirmed'],
              });
              showPanel('lists');
            }}
          >
            {t('lists:onList', {
              list: list.name,
              owner: list.owner,
              state: t(`lists:state.${state}`),
              percent: Math.round(score * 100),
            })}
          </button>
        </li>
      ))}
    </ul>
  );
}
