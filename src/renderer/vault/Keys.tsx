import { type ReactElement, useState } from 'react';
import type { SlotSummary } from '../../contract/keys.ts';
import { Button } from '../ui/index.ts';
import { useAsk, useMessages } from '../workspace/index.ts';
import { AddKey } from './AddKey.tsx';
import { ChangeKey } from './ChangeKey.tsx';
import { KeyTable } from './KeyTable.tsx';
import { NewWords } from './NewWords.tsx';
import { Rekey } from './Rekey.tsx';
import { RemoveKey } from './RemoveKey.tsx';

type Act =
  | { readonly what: 'add' | 'words' | 'rekey' }
  | { readonly what: 'change' | 'remove'; readonly slot: SlotSummary };

/** The keys of the vault, and one act at a time on them. */
export function Keys({ onHeld }: { readonly onHeld: (held: boolean) => void }): ReactElement {
  const t = useMessages();
  const list = useAsk('slot.list', {});
  const [act, setAct] = useState<Act | null>(null);
  const slots = list.data?.slots ?? [];
  const done = (): void => {
    onHeld(false);
    setAct(null);
    void list.refetch();
  };
  if (act?.what === 'add') return <AddKey onDone={done} />;
  if (act?.what === 'words') return <NewWords onHeld={onHeld} onDone={done} />;
  if (act?.what === 'rekey') return <Rekey slots={slots} onHeld={onHeld} onDone={done} />;
  if (act?.what === 'change') return <ChangeKey slot={act.slot} onDone={done} />;
  if (act?.what === 'remove') return <RemoveKey slot={act.slot} onDone={done} />;
  return (
    <section>
      <p className="muted">{t('keys:explain')}</p>
      {list.error ? <p role="alert">{list.error.message}</p> : null}
      <KeyTable
        slots={slots}
        onChange={(slot) => setAct({ what: 'change', slot })}
        onRemove={(slot) => setAct({ what: 'remove', slot })}
        onNewWords={() => setAct({ what: 'words' })}
      />
      <div className="button-row">
        <Button primary onClick={() => setAct({ what: 'add' })}>
          {t('keys:add.open')}
        </Button>
        <span className="grow" />
        <Button onClick={() => setAct({ what: 'rekey' })}>{t('keys:rekey.open')}</Button>
      </div>
    </section>
  );
}
