import { type ReactElement, useState } from 'react';
import type { SlotSummary } from '../../contract/keys.ts';
import { call, useAttempt, useMessages } from '../workspace/index.ts';
import { KeyForm } from './KeyForm.tsx';
import { NO_SECRET, SecretField, sentSecret } from './SecretField.tsx';

/** Takes a key away; whoever does it must have another one. */
export function RemoveKey(props: { readonly slot: SlotSummary; readonly onDone: () => void }): ReactElement {
  const t = useMessages();
  const { name } = props.slot;
  const [secret, setSecret] = useState(NO_SECRET);
  const attempt = useAttempt();
  const remove = async (): Promise<void> => {
    await call('slot.remove', { secret: sentSecret(secret), name });
    props.onDone();
  };
  return (
    <KeyForm
      title={t('keys:remove.title', { name })}
      act={t('keys:remove.act')}
      isReady={secret.text !== ''}
      attempt={attempt}
      work={remove}
      onBack={props.onDone}
    >
      <p>{t('keys:remove.why')}</p>
      <SecretField
        label={t('keys:remove.secret')}
        secret={secret}
        error={attempt.error}
        onChange={setSecret}
      />
    </KeyForm>
  );
}
