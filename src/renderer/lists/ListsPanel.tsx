import { type ReactElement, useState } from 'react';
import { Button, chooseFiles, Dialog, Empty, Tabs } from '../ui/index.ts';
import { call, useAsk, useAttempt, useDesk, useMessages } from '../workspace/index.ts';
import { AddList } from './AddList.tsx';
import { showTab, useChoice } from './choice.ts';
import { HitsTab } from './HitsTab.tsx';
import { ListsTab } from './ListsTab.tsx';
import { followMatch } from './open-hits.ts';
import './lists.css';

interface Adding {
  readonly path: string;
  /** The list this is a new version of; null: a new list. */
  readonly listId: string | null;
}

/** Watch lists apart from the facts of a case: what they say of whom, and the lists themselves. */
export function ListsPanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const tab = useChoice((choice) => choice.tab);
  const [adding, setAdding] = useState<Adding | null>(null);
  const { error, run } = useAttempt();
  const all = useAsk('list.all', {});
  if (fileId === null || all.data === undefined)
    return <Empty title={all.error?.message ?? t('lists:loading')} />;
  const { lists } = all.data;

  async function choose(listId: string | null): Promise<void> {
    const [path] = await chooseFiles('open-files');
    if (path !== undefined) setAdding({ path, listId });
  }
  async function again(): Promise<void> {
    followMatch((await call('list.run', {})).jobId);
  }
  const open = lists.reduce((sum, list) => sum + list.open, 0);

  return (
    <section className="panel lists-panel" aria-label={t('common:panel.lists')}>
      <div className="toolbar">
        <Button primary onClick={() => void run(() => choose(null))}>
          {t('lists:add')}
        </Button>
        <Button title={t('lists:runHint')} disabled={lists.length === 0} onClick={() => void run(again)}>
          {t('lists:runAgain')}
        </Button>
        <span className="muted">{t('lists:count', { count: lists.length })}</span>
        {open === 0 ? null : <span className="muted">{t('lists:openCount', { count: open })}</span>}
      </div>
      {error === null ? null : <p role="alert">{error}</p>}
      {lists.length === 0 ? (
        <Empty title={t('lists:none')}>{t('lists:noneHint')}</Empty>
      ) : (
        <>
          <Tabs
            value={tab}
            tabs={(['hits', 'lists'] as const).map((value) => ({ value, label: t(`lists:tab.${value}`) }))}
            onChange={showTab}
          />
          {tab === 'hits' ? (
            <HitsTab fileId={fileId} lists={lists} />
          ) : (
            <ListsTab lists={lists} onNewVersion={(listId) => void run(() => choose(listId))} />
          )}
        </>
      )}
      {adding === null ? null : (
        <Dialog title={t('lists:add').replace('…', '')} onClose={() => setAdding(null)}>
          <AddList
            path={adding.path}
            list={lists.find(({ id }) => id === adding.listId) ?? null}
            onDone={() => setAdding(null)}
          />
        </Dialog>
      )}
    </section>
  );
}
