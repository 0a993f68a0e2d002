import { type ReactElement, useState } from 'react';
import { Button, Field } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';

/** A protected person stays closed until somebody gives a reason; the opening goes to the audit chain. */
export function Shutter(props: { readonly onOpen: (reason: string) => void }): ReactElement {
  const t = useMessages();
  const [reason, setReason] = useState('');
  return (
    <form
      className="shutter"
      onSubmit={(event) => {
        event.preventDefault();
        props.onOpen(reason.trim());
      }}
    >
      <p>{t('inspector:shutter.explain')}</p>
      <Field label={t('inspector:shutter.reason')}>
        <input value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <Button type="submit" disabled={reason.trim().length < 3}>
        {t('inspector:shutter.open')}
      </Button>
    </form>
  );
}
