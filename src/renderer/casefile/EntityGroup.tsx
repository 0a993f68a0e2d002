import type { ReactElement } from 'react';
import type { EntityType } from '../../core/model/entity-types.ts';
import { addToChart } from '../chart/index.ts';
import { EntityChip, useSelectionMenu } from '../ui/index.ts';
import { select, showPanel, useAsk, useMessages, useSelection } from '../workspace/index.ts';

const SHOWN = 100;

/** The most connected of one type; the table has all of them. */
export function EntityGroup(props: { readonly fileId: string; readonly type: EntityType }): ReactElement {
  const t = useMessages();
  const { menu, open } = useSelectionMenu();
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
  const choose = (id: string, add: boolean): void =>
    select({ entityIds: add ? [...new Set([...chosen, id])] : [id] });
  return (
    <ul className="tree-leaves">
      {menu}
      {rows.length < 2 ? null : (
        <li>
          <button
            type="button"
            className="tree-row leaf quiet"
            onClick={() => void addToChart(rows.map((entity) => entity.id))}
          >
            {t('casefile:explorer.addShown', { count: rows.length })}
          </button>
        </li>
      )}
      {rows.map((entity) => (
        <li key={entity.id}>
          <button
            type="button"
            className={`tree-row leaf${chosen.includes(entity.id) ? ' selected' : ''}`}
            title={t('casefile:explorer.toChart')}
            onClick={(event) => choose(entity.id, event.ctrlKey || event.metaKey)}
            onDoubleClick={() => void addToChart([entity.id])}
            onContextMenu={(event) => {
              if (!chosen.includes(entity.id)) choose(entity.id, false);
              open(event);
            }}
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
