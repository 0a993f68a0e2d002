import type { ReactElement } from 'react';
import type { WatchList } from '../../contract/lists.ts';
import { useMessages } from '../workspace/index.ts';
import { useChoice } from './choice.ts';
import { ListDetail } from './ListDetail.tsx';

/** All lists, and one of them with its versions. */
export function ListsTab(props: {
  readonly lists: readonly WatchList[];
  readonly onNewVersion: (listId: string) => void;
}): ReactElement {
  const t = useMessages();
  const { lists } = props;
  const chosen = useChoice((choice) => choice.listId);
  const open = lists.find(({ id }) => id === chosen) ?? lists[0];
  return (
    <div className="hits-sides">
      <ul className="list-names">
        {lists.map((list) => (
          <li key={list.id}>
            <button
              type="button"
              className="list-name"
              aria-current={list.id === open?.id}
              onClick={() => useChoice.setState({ listId: list.id })}
            >
              <span className="list-title">
                <strong className="cut">{list.name}</strong>
                {list.open === 0 ? null : <span className="list-badge">{list.open}</span>}
              </span>
              <span className="muted cut">
                {list.owner} · {t(`lists:kind.${list.kind}`)}
              </span>
              <Standing list={list} />
            </button>
          </li>
        ))}
      </ul>
      {open === undefined ? (
        <p className="muted">{t('lists:chooseList')}</p>
      ) : (
        <ListDetail key={open.id} list={open} onNewVersion={() => props.onNewVersion(open.id)} />
      )}
    </div>
  );
}

function Standing({ list }: { readonly list: WatchList }): ReactElement | null {
  const t = useMessages();
  const standing = list.versions[0]?.standing ?? 'valid';
  if (standing === 'valid') return null;
  return <span className="list-standing">{t(`lists:standing.${standing}`)}</span>;
}
