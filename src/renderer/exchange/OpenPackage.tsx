import { type ReactElement, useState } from 'react';
import type { Output } from '../../contract/index.ts';
import { Button, chooseFiles, Field } from '../ui/index.ts';
import { call, useAttempt, useMessages } from '../workspace/index.ts';

type Verification = Output<'package.verify'>;

/** Verify first; unpacking to a readable folder is a second, separate decision. */
export function OpenPackage(): ReactElement {
  const t = useMessages();
  const [path, setPath] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [checked, setChecked] = useState<Verification | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const { error, run } = useAttempt();
  const opener =
    passphrase === '' ? { kind: 'own' as const } : { kind: 'passphrase' as const, secret: passphrase };

  const choose = async (): Promise<void> => {
    const [found] = await chooseFiles('open-files');
    if (found === undefined) return;
    setPath(found);
    setChecked(null);
    setOpened(null);
  };
  const verify = async (): Promise<void> => setChecked(await call('package.verify', { path, opener }));
  const unpack = async (): Promise<void> => {
    const [folder] = await chooseFiles('open-folder');
    if (folder !== undefined) setOpened((await call('package.open', { path, opener, folder })).index);
  };

  return (
    <section className="form">
      <div className="toolbar">
        <Button primary={path === ''} onClick={() => void run(choose)}>
          {t('exchange:choosePackage')}
        </Button>
        <span className="cut" title={path}>
          {path}
        </span>
      </div>
      <Field label={t('exchange:openPassphrase')}>
        <input type="password" value={passphrase} onChange={(event) => setPassphrase(event.target.value)} />
      </Field>
      <div className="actions">
        <Button primary disabled={path === ''} onClick={() => void run(verify)}>
          {t('exchange:verify')}
        </Button>
        <Button disabled={checked?.ok !== true} onClick={() => void run(unpack)}>
          {t('exchange:unpack')}
        </Button>
      </div>
      {error === null ? null : <p role="alert">{error}</p>}
      {checked === null ? null : (
        <div role="status">
          <p className={checked.ok ? 'ok' : 'warn'}>
            {t(checked.ok ? 'exchange:good' : 'exchange:bad', {
              signer: checked.signer,
              files: checked.filesChecked,
            })}
          </p>
          {checked.problems.map((problem) => (
            <p key={problem.key} className="warn">
              {t(problem.key, problem.params)}
            </p>
          ))}
          {checked.manifest === null ? null : (
            <p>
              {checked.manifest.reference} · {checked.manifest.title} · {checked.manifest.originator} →{' '}
              {checked.manifest.recipients.join(', ')}
            </p>
          )}
        </div>
      )}
      {opened === null ? null : <p className="notice">{t('exchange:opened', { index: opened })}</p>}
    </section>
  );
}
