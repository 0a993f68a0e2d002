import { type ReactElement, useState } from 'react';
import { Button, Field, useFirstField } from '../ui/index.ts';
import { useAttempt, useMessages } from '../workspace/index.ts';

const SHORTEST = 3;

/** Asks why before something is deleted, un-merged or opened; the reason goes to journal and audit chain. */
export function AskReason(props: {
  readonly explain: string;
  readonly act: string;
  readonly optional?: boolean;
  readonly onGiven: (reason: string) => void | Promise<void>;
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages();
  const [reason, setReason] = useState('');
  const { error, busy, submit } = useAttempt();
  const form = useFirstField<HTMLFormElement>();
  const { optional = false } = props;
  const isEnough = optional || reason.trim().length >= SHORTEST;
  return (
    <form ref={form} className="form" onSubmit={submit(() => props.onGiven(reason.trim()))}>
      <p>{props.explain}</p>
      <Field label={t(optional ? 'edits:reason' : 'inspector:shutter.reason')} error={error}>
        <input value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="actions">
        <Button primary type="submit" disabled={busy || !isEnough}>
          {props.act}
        </Button>
        <Button onClick={props.onDone}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
