import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Button, DateInput, Field, formatInstant } from '../ui/index.ts';
import { call, dataChanged, useAttempt, useDesk, useMessages } from '../workspace/index.ts';
import { type PermissionForm, permissionRequest } from './permission-form.ts';

/** The provider's yes for one source: for whom, who gave it, when, what for, and the paper it stands on. */
export function RecordPermission(props: {
  readonly sourceId: string;
  readonly recipients: readonly string[];
  readonly onRecorded: () => void;
  readonly onCancel: () => void;
}): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const { busy, error, submit } = useAttempt();
  const whole = useRef<HTMLFormElement>(null);
  useEffect(() => whole.current?.querySelector('input')?.focus(), []);
  const today = formatInstant(Date.now(), zone, 'en').slice(0, 10);
  const [form, setForm] = useState<PermissionForm>({
    recipients: props.recipients,
    grantedBy: '',
    granted: today,
    scope: '',
    document: '',
  });
  const set = (change: Partial<PermissionForm>): void => setForm((before) => ({ ...before, ...change }));
  const request = permissionRequest(props.sourceId, form);

  async function save(): Promise<void> {
    if (request === null) return;
    await call('permission.add', request);
    dataChanged();
    props.onRecorded();
  }

  const text = (name: 'grantedBy' | 'scope' | 'document'): ReactElement => (
    <Field label={t(`exchange:permission.${name}`)}>
      <input value={form[name]} onChange={(event) => set({ [name]: event.target.value })} />
    </Field>
  );
  return (
    <form
      ref={whole}
      className="permission-form"
      onSubmit={submit(save)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <div className="form-grid">
        {text('grantedBy')}
        <Field label={t('exchange:permission.granted')}>
          <DateInput value={form.granted} onChange={(granted) => granted <= today && set({ granted })} />
        </Field>
        {text('document')}
        {text('scope')}
      </div>
      <fieldset>
        <legend>{t('exchange:permission.for')}</legend>
        {props.recipients.map((recipient) => (
          <label key={recipient} className="tick">
            <input
              type="checkbox"
              checked={form.recipients.includes(recipient)}
              onChange={(event) =>
                set({
                  recipients: event.target.checked
                    ? [...form.recipients, recipient]
                    : form.recipients.filter((one) => one !== recipient),
                })
              }
            />
            {recipient}
          </label>
        ))}
      </fieldset>
      {error === null ? null : <p role="alert">{error}</p>}
      <div className="actions">
        <Button type="submit" disabled={busy || request === null}>
          {t('exchange:permission.save')}
        </Button>
        <Button onClick={props.onCancel}>{t('exchange:cancel')}</Button>
      </div>
    </form>
  );
}
