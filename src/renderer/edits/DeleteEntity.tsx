import type { ReactElement } from 'react';
import type { Output } from '../../contract/index.ts';
import { Button, EntityChip, useFirstField } from '../ui/index.ts';
import { call, dataChanged, select, useAsk, useMessages } from '../workspace/index.ts';
import { AskReason } from './AskReason.tsx';

type Hanging = Output<'entity.hanging'>;
const GOING = ['facts', 'links', 'identifiers', 'charts'] as const;

/** Asks with what hangs on the entity; events and merges forbid it and say so. */
export function DeleteEntity(props: {
  readonly entityId: string;
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages();
  const { entityId, onDone } = props;
  const hanging = useAsk('entity.hanging', { entityId });
  const detail = useAsk('entity.get', { entityId });
  const error = hanging.error ?? detail.error;
  if (error) return <p role="alert">{error.message}</p>;
  if (hanging.data === undefined || detail.data === undefined)
    return <p className="muted">{t('edits:loading')}</p>;

  async function remove(reason: string): Promise<void> {
    await call('entity.delete', { entityId, reason });
    select({});
    dataChanged();
    onDone();
  }

  const stays = hanging.data.events > 0 || hanging.data.merged > 0;
  return (
    <>
      <p>
        <EntityChip entity={detail.data.entity} />
      </p>
      {stays ? (
        <Stays hanging={hanging.data} onDone={onDone} />
      ) : (
        <>
          <Going hanging={hanging.data} />
          <AskReason
            explain={t('edits:delete.undoable')}
            act={t('edits:delete.act')}
            optional
            onGiven={remove}
            onDone={onDone}
          />
        </>
      )}
    </>
  );
}

function Going({ hanging }: { readonly hanging: Hanging }): ReactElement {
  const t = useMessages();
  const going = GOING.filter((name) => hanging[name] > 0);
  if (going.length === 0) return <p>{t('edits:delete.alone')}</p>;
  return (
    <>
      <p>{t('edits:delete.goes')}</p>
      <ul className="edit-counts">
        {going.map((name) => (
          <li key={name}>{t(`edits:delete.${name}`, { count: hanging[name] })}</li>
        ))}
      </ul>
    </>
  );
}

function Stays(props: { readonly hanging: Hanging; readonly onDone: () => void }): ReactElement {
  const t = useMessages();
  const { events, merged } = props.hanging;
  const box = useFirstField<HTMLDivElement>();
  return (
    <div ref={box}>
      <p>{t('edits:delete.stays')}</p>
      <ul className="edit-counts">
        {events > 0 ? <li>{t('edits:delete.events', { count: events })}</li> : null}
        {merged > 0 ? <li>{t('edits:delete.merged')}</li> : null}
      </ul>
      <div className="actions">
        <Button onClick={props.onDone}>{t('common:close')}</Button>
      </div>
    </div>
  );
}
