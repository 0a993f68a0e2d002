import { type ReactElement, useState } from 'react';
import { Button, Field } from '../ui/index.ts';
import { call, useAttempt, useMessages } from '../workspace/index.ts';
import { useNewPassphrase } from './NewPassphrase.tsx';
import { PathField } from './PathField.tsx';
import { useRecentVaults } from './RecentVaults.tsx';
import { cleanWords } from './SecretField.tsx';
import { shownName } from './vault-words.ts';

/** The 24 words instead of a forgotten passphrase; a new passphrase is set in the same step. */
export function RecoverVault(props: {
  /** null until the person chose or typed one: then the newest stands there. */
  readonly path: string | null;
  readonly onPath: (path: string) => void;
  readonly onUnlocked: () => void;
}): ReactElement {
  const t = useMessages();
  const recent = useRecentVaults();
  const path = props.path ?? recent[0] ?? '';
  const [text, setText] = useState('');
  const { busy, problem: refused, run } = useAttempt();
  const passphrase = useNewPassphrase({
    label: t('casefile:vault.recover.passphrase'),
    known: [shownName(path)],
  });
  const words = cleanWords(text);
  const count = words === '' ? 0 : words.split(' ').length;
  const recover = async (takeOverLock: boolean): Promise<void> => {
    await run(async () => {
      await call('vault.recover', { path, words, newPassphrase: passphrase.text, takeOverLock });
      setText('');
      passphrase.clear();
      props.onUnlocked();
    });
  };
  const ready = passphrase.isReady && count === 24 && path !== '' && !busy;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void recover(false);
      }}
    >
      <h1>{t('casefile:vault.recover.title')}</h1>
      <PathField path={path} purpose="open-folder" onChange={props.onPath} />
      <Field label={t('casefile:vault.recover.words', { count })}>
        <textarea
          rows={4}
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {passphrase.fields}
      {refused === null ? null : <p role="alert">{refused.message}</p>}
      <div className="button-row">
        <Button primary type="submit" disabled={!ready}>
          {t('casefile:vault.recover.act')}
        </Button>
        {refused?.code === 'vault.stale-lock' ? (
          <Button onClick={() => void recover(true)}>{t('casefile:vault.open.takeOver')}</Button>
        ) : null}
      </div>
    </form>
  );
}
