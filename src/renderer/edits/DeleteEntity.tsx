import { type ReactElement, useState } from 'react';
import { Button, Field } from '../ui/index.ts';
import { call, dataChanged, select, useAsk, useAttempt, useMessages } from '../workspace/index.ts';

const GOING = ['facts', 'links', 'identifiers', 'charts'] as const;

/** Asks with what hangs on the entity; events and merges forbid it and say so. */
export function DeleteEntity(props: {
  readonly entityId: string;
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages();
  const [reason, setReason] = useState('');
  const hanging = useAsk('entity.hanging', { entityId: props.entityId });
  const { error, submit } = useAttempt();
  const { data } = hanging;

  async function remove(): Promise<void> {
    await call('entity.delete', { entityId: props.entityId, reason: reason.trim() });
    select({});
    dataChanged();
    props.onDone();
  }

  if (hanging.error) return <p role="alert">{hanging.error.message}</p>;
  if (data === undefined) return <p className="muted">{t('edits:loading')}</p>;
  const stays = data.events > 0 || data.merged > 0;
  return (
    <form className="form" onSubmit={submit(remove)}>
      <p>{t(stays ? 'edits:delete.stays' : 'edits:delete.goes')}</p>
      <ul className="edit-counts">
        {stays
          ? null
          : GOING.map((name) => <li key={name}>{t(`edits:delete.${name}`, { count: data[name] })}</li>)}
        {data.events > 0 ? <li>{t('edits:delete.events', { count: data.events })}</li> : null}
        {data.merged > 0 ? <li>{t('edits:delete.merged')}</li> : null}
      </ul>
      {stays ? null : (
        <Field label={t('edits:reason')} error={error}>
          <input value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
      <div className="actions">
        <Button primary type="submit" disabled={stays}>
          {t('edits:delete.act')}
        </Button>
        <Button onClick={props.onDone}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
