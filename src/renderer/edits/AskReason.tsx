import { type ReactElement, useState } from 'react';
import { Button, Field } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';

/** Before a protected person is opened: the reason goes to the audit chain. */
export function AskReason(props: {
  readonly onGiven: (reason: string) => void;
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages();
  const [reason, setReason] = useState('');
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        props.onGiven(reason.trim());
      }}
    >
      <p>{t('inspector:shutter.explain')}</p>
      <Field label={t('inspector:shutter.reason')}>
        <input value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="actions">
        <Button primary type="submit" disabled={reason.trim().length < 3}>
          {t('inspector:shutter.open')}
        </Button>
        <Button onClick={props.onDone}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
