import { type ReactElement, useState } from 'react';
import type { BackupSummary } from '../../contract/backup.ts';
import { Button } from '../ui/index.ts';
import { call, runJob, useAttempt, useMessages } from '../workspace/index.ts';
import { NO_SECRET, SecretField, sentSecret } from './SecretField.tsx';
import { shownName } from './vault-words.ts';

/** Says what a restore will do before it does it. */
export function RestoreForm(props: {
  readonly path: string;
  readonly backup: BackupSummary;
  readonly day: string;
  readonly onRestored: (sentence: string) => void;
}): ReactElement {
  const t = useMessages();
  const [secret, setSecret] = useState(NO_SECRET);
  const [keysOnly, setKeysOnly] = useState(false);
  const { busy, problem, run } = useAttempt();
  const { day } = props;
  const name = shownName(props.path);
  const restore = async (takeOverLock: boolean): Promise<void> => {
    const wish = { path: props.path, backup: props.backup.name, secret: sentSecret(secret), takeOverLock };
    if (keysOnly) await call('backup.restoreKeys', wish);
    else await runJob((await call('backup.restore', wish)).jobId);
    setSecret(NO_SECRET);
    props.onRestored(t(keysOnly ? 'keys:restore.keysDone' : 'keys:restore.done', { name, day }));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => restore(false));
      }}
    >
      <label className="restore-keys">
        <input type="checkbox" checked={keysOnly} onChange={(event) => setKeysOnly(event.target.checked)} />
        {t('keys:restore.keysOnly')}
      </label>
      <p className="notice">
        {t(keysOnly ? 'keys:restore.willKeys' : 'keys:restore.will', { name, day })}
        {props.backup.verified ? null : <span className="warn"> {t('keys:restore.unchecked')}</span>}
      </p>
      <SecretField
        label={t('keys:restore.passphrase')}
        secret={secret}
        error={problem?.message ?? null}
        onChange={setSecret}
      />
      <div className="button-row">
        <Button primary type="submit" disabled={busy || secret.text === ''}>
          {t(busy ? 'keys:restore.busy' : 'keys:restore.act')}
        </Button>
        {problem?.code === 'vault.stale-lock' ? (
          <Button disabled={busy} onClick={() => void run(() => restore(true))}>
            {t('casefile:vault.open.takeOver')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
