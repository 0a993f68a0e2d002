import { type ReactElement, useState } from 'react';
import { Button } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import type { CentreItem } from './centre.ts';
import { HashOnlyDialog } from './HashOnlyDialog.tsx';
import { canRegister } from './item-state.ts';
import { enqueueRegister } from './queue.ts';

/** What can be done with a file that is not to be read: its hash kept, or its bytes shut out for ever. */
export function RegisterButtons(props: {
  readonly items: readonly CentreItem[];
  /** Only what must never be looked at is offered, in few words: the file is read in another way. */
  readonly onlyForbidden?: boolean;
  readonly onDone?: () => void;
}): ReactElement {
  const t = useMessages();
  const { items, onlyForbidden = false, onDone = () => undefined } = props;
  const [isAsking, setAsking] = useState(false);
  const able = items.filter(canRegister);
  const ids = able.map(({ id }) => id);
  return (
    <>
      {onlyForbidden ? null : (
        <Button
          disabled={ids.length === 0}
          title={t('importcentre:register.hint')}
          onClick={() => {
            onDone();
            void enqueueRegister(ids, 'noted');
          }}
        >
          {t('importcentre:register.do')}
        </Button>
      )}
      <Button
        disabled={ids.length === 0}
        title={t('importcentre:register.shutHint')}
        onClick={() => setAsking(true)}
      >
        {t(onlyForbidden ? 'importcentre:register.toolbar' : 'importcentre:register.shut')}
      </Button>
      {isAsking ? (
        <HashOnlyDialog
          names={able.map(({ name }) => name)}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            onDone();
            void enqueueRegister(ids, 'forbidden');
          }}
        />
      ) : null}
    </>
  );
}
