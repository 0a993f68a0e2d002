import { type ReactElement, useState } from 'react';
import type { Output } from '../../contract/index.ts';
import type { SlotSummary } from '../../contract/keys.ts';
import { Field } from '../ui/index.ts';
import { call, useAttempt, useMessages, watchJob } from '../workspace/index.ts';
import { KeyForm } from './KeyForm.tsx';
import { RekeyRunning } from './RekeyRunning.tsx';

type Started = Output<'vault.rekey'>;

/** The whole vault encrypted anew; who loses a key by it is said before it begins. */
export function Rekey(props: {
  readonly slots: readonly SlotSummary[];
  readonly onHeld: (held: boolean) => void;
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages();
  const [passphrase, setPassphrase] = useState('');
  const [started, setStarted] = useState<Started | null>(null);
  const attempt = useAttempt();
  const start = async (): Promise<void> => {
    const made = await call('vault.rekey', { passphrase });
    props.onHeld(true);
    watchJob(made.jobId, () => undefined);
    setPassphrase('');
    setStarted(made);
  };
  if (started !== null) return <RekeyRunning started={started} onDone={props.onDone} />;
  const others = props.slots.filter((slot) => slot.kind === 'passphrase' && !slot.isOwn);
  return (
    <KeyForm
      title={t('keys:rekey.title')}
      act={t('keys:rekey.act')}
      isReady={passphrase !== ''}
      attempt={attempt}
      work={start}
      onBack={props.onDone}
    >
      <p>{t('keys:rekey.why')}</p>
      <ul>
        <li>{t('keys:rekey.opens')}</li>
        {others.length === 0 ? null : (
          <li className="warn">
            {t('keys:rekey.dropped', { names: others.map((slot) => slot.name).join(', ') })}
          </li>
        )}
        <li>{t('keys:rekey.meanwhile')}</li>
        <li>{t('keys:rekey.backups')}</li>
      </ul>
      <Field label={t('keys:rekey.passphrase')} error={attempt.error}>
        <input
          type="password"
          autoComplete="off"
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
        />
      </Field>
    </KeyForm>
  );
}
