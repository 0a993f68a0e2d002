import type { ReactElement } from 'react';
import type { EntityType } from '../../core/model/entity-types.ts';
import { addToChart } from '../chart/index.ts';
import { EntityChip } from '../ui/index.ts';
import { select, showPanel, useAsk, useMessages, useSelection } from '../workspace/index.ts';

const SHOWN = 100;

/** The most connected of one type; the table has all of them. */
export function EntityGroup(props: { readonly fileId: string; readonly type: EntityType }): ReactElement {
  const t = useMessages();
  const chosen = useSelection((selection) => selection.entityIds);
  const list = useAsk('entity.list', {
    fileId: props.fileId,
    types: [props.type],
    sort: 'degree',
    descending: true,
    offset: 0,
    limit: SHOWN,
  });
  const rows = list.data?.rows ?? [];
  const total = list.data?.total ?? 0;
  return (
    <ul className="tree-leaves">
      {rows.map((entity) => (
        <li key={entity.id}>
          <button
            type="button"
            className={`tree-row leaf${chosen.includes(entity.id) ? ' selected' : ''}`}
            title={t('casefile:explorer.toChart')}
            onClick={() => select({ entityIds: [entity.id] })}
            onDoubleClick={() => void addToChart([entity.id])}
          >
            <EntityChip entity={entity} />
            <span className="number">{entity.degree}</span>
          </button>
        </li>
      ))}
      {total > rows.length ? (
        <li>
          <button type="button" className="tree-row leaf quiet" onClick={() => showPanel('table')}>
            {t('casefile:explorer.more', { count: total - rows.length })}
          </button>
        </li>
      ) : null}
    </ul>
  );
}
