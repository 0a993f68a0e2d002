import { type ReactElement, useState } from 'react';
import { Field } from '../ui/index.ts';
import { call, useAttempt, useMessages } from '../workspace/index.ts';
import { KeyForm } from './KeyForm.tsx';
import { useNewPassphrase } from './NewPassphrase.tsx';
import { NO_SECRET, SecretField, sentSecret } from './SecretField.tsx';

/** A passphrase of another person; both type their own. */
export function AddKey({ onDone }: { readonly onDone: () => void }): ReactElement {
  const t = useMessages();
  const [secret, setSecret] = useState(NO_SECRET);
  const [name, setName] = useState('');
  const attempt = useAttempt();
  const passphrase = useNewPassphrase({ label: t('keys:add.passphrase'), known: [name] });
  const add = async (): Promise<void> => {
    await call('slot.add', { secret: sentSecret(secret), name, passphrase: passphrase.text });
    onDone();
  };
  return (
    <KeyForm
      title={t('keys:add.title')}
      act={t('keys:add.act')}
      isReady={passphrase.isReady && name.trim() !== '' && secret.text !== ''}
      attempt={attempt}
      work={add}
      onBack={onDone}
    >
      <Field label={t('keys:add.name')}>
        <input value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      {passphrase.fields}
      <SecretField
        label={t('keys:secret.yours')}
        secret={secret}
        error={attempt.error}
        onChange={setSecret}
      />
    </KeyForm>
  );
}
