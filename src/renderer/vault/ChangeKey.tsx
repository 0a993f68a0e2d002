import { type ReactElement, useState } from 'react';
import type { SlotSummary } from '../../contract/keys.ts';
import { Field } from '../ui/index.ts';
import { call, useAttempt, useMessages } from '../workspace/index.ts';
import { KeyForm } from './KeyForm.tsx';
import { useNewPassphrase } from './NewPassphrase.tsx';
import { NO_SECRET, SecretField, sentSecret } from './SecretField.tsx';

/** Another passphrase, another name, or both; the data are not touched. */
export function ChangeKey(props: { readonly slot: SlotSummary; readonly onDone: () => void }): ReactElement {
  const t = useMessages();
  const { name } = props.slot;
  const [newName, setNewName] = useState(name);
  const [secret, setSecret] = useState(NO_SECRET);
  const attempt = useAttempt();
  const passphrase = useNewPassphrase({ label: t('keys:change.passphrase'), known: [newName] });
  const isRenamed = newName.trim() !== '' && newName !== name;
  const stays = passphrase.text === '';
  const change = async (): Promise<void> => {
    const newPassphrase = stays ? null : passphrase.text;
    await call('slot.change', { secret: sentSecret(secret), name, newName, newPassphrase });
    props.onDone();
  };
  return (
    <KeyForm
      title={t('keys:change.title', { name })}
      act={t('keys:change.act')}
      isReady={secret.text !== '' && newName.trim() !== '' && (stays ? isRenamed : passphrase.isReady)}
      attempt={attempt}
      work={change}
      onBack={props.onDone}
    >
      <Field label={t('keys:add.name')}>
        <input value={newName} onChange={(event) => setNewName(event.target.value)} />
      </Field>
      {passphrase.fields}
      <SecretField
        label={t('keys:change.secret')}
        secret={secret}
        error={attempt.error}
        onChange={setSecret}
      />
    </KeyForm>
  );
}
