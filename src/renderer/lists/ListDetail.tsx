import { type ReactElement, useState } from 'react';
import type { WatchList } from '../../contract/lists.ts';
import { AskReason } from '../edits/index.ts';
import { Button } from '../ui/index.ts';
import { call, dataChanged, useAttempt, useMessages } from '../workspace/index.ts';
import { ListFields } from './ListFields.tsx';
import { formOf, isWhole, termsOf, validityOf } from './list-form.ts';
import { followMatch } from './open-hits.ts';
import { Versions } from './Versions.tsx';

/** One list: its terms, its versions with what was taken of them, and what can be done with it. */
export function ListDetail(props: {
  readonly list: WatchList;
  readonly onNewVersion: () => void;
}): ReactElement {
  const t = useMessages();
  const { list } = props;
  const [doing, setDoing] = useState<'edit' | 'remove' | null>(null);
  const done = (): void => {
    setDoing(null);
    dataChanged();
  };
  return (
    <article className="list-detail">
      <header className="toolbar">
        <strong className="cut">{list.name}</strong>
        <span className="muted">
          {list.owner} · {t(`lists:kind.${list.kind}`)} · {t(`evidence:level.${list.marking.level}`)}{' '}
          {list.marking.handling.join(' ')}
        </span>
      </header>
      <div className="toolbar">
        <Button onClick={props.onNewVersion}>{t('lists:newVersion')}</Button>
        <Button onClick={() => setDoing('edit')}>{t('lists:edit')}</Button>
        <Button onClick={() => setDoing('remove')}>{t('lists:remove')}</Button>
      </div>
      {doing === 'edit' ? <EditTerms list={list} onDone={done} /> : null}
      {doing === 'remove' ? (
        <AskReason
          explain={t('lists:removeExplain', { name: list.name })}
          act={t('lists:removeAct')}
          onGiven={async (reason) => {
            await call('list.remove', { listId: list.id, reason });
            done();
          }}
          onDone={() => setDoing(null)}
        />
      ) : null}
      <Versions list={list} />
    </article>
  );
}

function EditTerms(props: { readonly list: WatchList; readonly onDone: () => void }): ReactElement {
  const t = useMessages();
  const [form, setForm] = useState(() => formOf(props.list));
  const { error, busy, submit } = useAttempt();
  async function save(): Promise<void> {
    await call('list.change', { listId: props.list.id, ...termsOf(form), ...validityOf(form) });
    followMatch((await call('list.run', {})).jobId);
    props.onDone();
  }
  return (
    <form onSubmit={submit(save)}>
      <ListFields form={form} onChange={setForm} />
      {error === null ? null : <p role="alert">{error}</p>}
      <div className="actions">
        <Button primary type="submit" disabled={busy || !isWhole(form)}>
          {t('lists:save')}
        </Button>
        <Button onClick={props.onDone}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
