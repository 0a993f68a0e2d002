import { type ReactElement, useState } from 'react';
import { call, useAttempt, useMessages } from '../workspace/index.ts';
import { KeyForm } from './KeyForm.tsx';
import { RecoveryWords } from './RecoveryWords.tsx';
import { NO_SECRET, SecretField, sentSecret } from './SecretField.tsx';

/** New recovery words, shown once; the window stays until the person says they are written down. */
export function NewWords(props: {
  readonly onHeld: (held: boolean) => void;
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages();
  const [secret, setSecret] = useState(NO_SECRET);
  const [words, setWords] = useState<readonly string[] | null>(null);
  const attempt = useAttempt();
  const make = async (): Promise<void> => {
    const made = await call('slot.newWords', { secret: sentSecret(secret) });
    props.onHeld(true);
    setSecret(NO_SECRET);
    setWords(made.recoveryWords);
  };
  if (words !== null) return <RecoveryWords words={words} onDone={props.onDone} />;
  return (
    <KeyForm
      title={t('keys:words.title')}
      act={t('keys:words.act')}
      isReady={secret.text !== ''}
      attempt={attempt}
      work={make}
      onBack={props.onDone}
    >
      <p>{t('keys:words.why')}</p>
      <SecretField
        label={t('keys:secret.yours')}
        secret={secret}
        error={attempt.error}
        onChange={setSecret}
      />
    </KeyForm>
  );
}
