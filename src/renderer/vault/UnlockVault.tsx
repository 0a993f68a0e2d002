import { type ReactElement, useState } from 'react';
import { Button, Field } from '../ui/index.ts';
import { call, useAttempt, useMessages } from '../workspace/index.ts';
import { PathField } from './PathField.tsx';
import { RecentVaults, useRecentVaults } from './RecentVaults.tsx';

/** Opens a vault by its passphrase; what went wrong stands under the field it concerns. */
export function UnlockVault(props: {
  /** null until the person chose or typed one: then the newest stands there. */
  readonly path: string | null;
  readonly onPath: (path: string) => void;
  readonly onUnlocked: () => void;
}): ReactElement {
  const t = useMessages();
  const recent = useRecentVaults();
  const path = props.path ?? recent[0] ?? '';
  const [passphrase, setPassphrase] = useState('');
  const { busy, problem, run } = useAttempt();
  const unlock = async (takeOverLock: boolean): Promise<void> => {
    const found = await run(async () => {
      await call('vault.unlock', { path, passphrase, takeOverLock });
      setPassphrase('');
      props.onUnlocked();
    });
    if (found?.code === 'vault.wrong-passphrase') setPassphrase('');
  };
  const aboutPassphrase = problem?.code === 'vault.wrong-passphrase';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void unlock(false);
      }}
    >
      <h1>{t('casefile:vault.open.title')}</h1>
      <RecentVaults paths={recent} chosen={path} onChoose={props.onPath} />
      <PathField path={path} purpose="open-folder" onChange={props.onPath} />
      <Field label={t('casefile:vault.create.passphrase')} error={aboutPassphrase ? problem.message : null}>
        <input
          type="password"
          value={passphrase}
          // biome-ignore lint/a11y/noAutofocus: the window opens for this field
          autoFocus
          onChange={(event) => setPassphrase(event.target.value)}
        />
      </Field>
      {problem === null || aboutPassphrase ? null : <p role="alert">{problem.message}</p>}
      <div className="button-row">
        <Button primary type="submit" disabled={busy || path === '' || passphrase === ''}>
          {t(busy ? 'casefile:vault.open.busy' : 'casefile:vault.open.act')}
        </Button>
        {problem?.code === 'vault.stale-lock' ? (
          <Button onClick={() => void unlock(true)}>{t('casefile:vault.open.takeOver')}</Button>
        ) : null}
      </div>
    </form>
  );
}
