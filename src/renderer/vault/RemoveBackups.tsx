import { type ReactElement, useState } from 'react';
import { call, useAttempt, useMessages } from '../workspace/index.ts';
import { KeyForm } from './KeyForm.tsx';
import { NO_SECRET, SecretField, sentSecret } from './SecretField.tsx';

/** Backups under old keys, or more than are wanted; one that opens today must stay. */
export function RemoveBackups(props: {
  readonly names: readonly string[];
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages();
  const [secret, setSecret] = useState(NO_SECRET);
  const attempt = useAttempt();
  const remove = async (): Promise<void> => {
    await call('backup.remove', { secret: sentSecret(secret), names: [...props.names] });
    props.onDone();
  };
  return (
    <KeyForm
      title={t('keys:backup.remove', { count: props.names.length })}
      act={t('keys:remove.act')}
      isReady={secret.text !== ''}
      attempt={attempt}
      work={remove}
      onBack={props.onDone}
    >
      <p>{t('keys:backup.removeWhy')}</p>
      <ul>
        {props.names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
      <SecretField
        label={t('keys:secret.yours')}
        secret={secret}
        error={attempt.error}
        onChange={setSecret}
      />
    </KeyForm>
  );
}
