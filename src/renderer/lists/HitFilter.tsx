import type { ReactElement } from 'react';
import type { Output } from '../../contract/index.ts';
import type { WatchList } from '../../contract/lists.ts';
import { HIT_STATES } from '../../core/watch/index.ts';
import { Button, Select } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { useChoice } from './choice.ts';

type Hits = Output<'list.hits'>;

/** Which hits stand in the queue, what other files have, and lists that are not compared. */
export function HitFilter(props: {
  readonly lists: readonly WatchList[];
  readonly counts: Hits['counts'] | undefined;
  readonly elsewhere: Hits['elsewhere'];
}): ReactElement {
  const t = useMessages();
  const { lists, counts, elsewhere } = props;
  const { only, states } = useChoice();
  const silent = lists.flatMap(({ name, versions: [newest] }) =>
    newest === undefined || newest.standing === 'valid' ? [] : [{ name, standing: newest.standing }],
  );
  const others = elsewhere.map(({ fileReference: file, open: count }) =>
    t('lists:elsewhereOne', { file, count }),
  );
  return (
    <>
      <div className="toolbar">
        <Select
          label={t('lists:everyList')}
          value={only.listId ?? ''}
          choices={[
            { value: '', label: t('lists:everyList') },
            ...lists.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(listId) =>
            useChoice.setState({ only: { listId: listId === '' ? null : listId, versionId: null } })
          }
        />
        {HIT_STATES.map((state) => (
          <label key={state} className="tick">
            <input
              type="checkbox"
              checked={states.includes(state)}
              onChange={(event) => {
                const next = HIT_STATES.filter((one) =>
                  one === state ? event.target.checked : states.includes(one),
                );
                if (next.length > 0) useChoice.setState({ states: next });
              }}
            />
            {t(`lists:state.${state}`)} <span className="muted">{counts?.[state] ?? 0}</span>
          </label>
        ))}
        {only.versionId === null ? null : (
          <Button onClick={() => useChoice.setState({ only: { listId: only.listId, versionId: null } })}>
            {t('lists:back')}
          </Button>
        )}
        {others.length === 0 ? null : (
          <span className="muted">{t('lists:elsewhere', { files: others.join(', ') })}</span>
        )}
      </div>
      {silent.map(({ name, standing }) => (
        <p key={name} className="list-silent">
          {t('lists:notMatched', { name, standing: t(`lists:standing.${standing}`) })}
        </p>
      ))}
    </>
  );
}
