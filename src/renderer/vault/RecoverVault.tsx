import { type ReactElement, useState } from 'react';
import { Button, Field } from '../ui/index.ts';
import { call, useAttempt, useMessages } from '../workspace/index.ts';
import { MINIMUM_PASSPHRASE, passphraseProblem } from './create-form.ts';
import { PathField } from './PathField.tsx';

/** The 24 words instead of a forgotten passphrase; a new passphrase is set in the same step. */
export function RecoverVault(props: {
  readonly path: string;
  readonly onPath: (path: string) => void;
  readonly onUnlocked: () => void;
}): ReactElement {
  const t = useMessages();
  const [form, setForm] = useState({ words: '', passphrase: '', again: '' });
  const { busy, problem: refused, run } = useAttempt();
  const problem = passphraseProblem(form.passphrase, form.again);
  const count = form.words.trim() === '' ? 0 : form.words.trim().split(/\s+/).length;
  const recover = async (takeOverLock: boolean): Promise<void> => {
    const words = form.words.trim().toLowerCase().split(/\s+/).join(' ');
    await run(async () => {
      await call('vault.recover', { path: props.path, words, newPassphrase: form.passphrase, takeOverLock });
      setForm({ words: '', passphrase: '', again: '' });
      props.onUnlocked();
    });
  };
  const ready = problem === null && count === 24 && props.path !== '' && !busy;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void recover(false);
      }}
    >
      <h1>{t('casefile:vault.recover.title')}</h1>
      <PathField path={props.path} purpose="open-folder" onChange={props.onPath} />
      <Field label={t('casefile:vault.recover.words', { count })}>
        <textarea
          rows={4}
          spellCheck={false}
          autoComplete="off"
          value={form.words}
          onChange={(event) => setForm({ ...form, words: event.target.value })}
        />
      </Field>
      <Field label={t('casefile:vault.recover.passphrase')}>
        <input
          type="password"
          value={form.passphrase}
          onChange={(event) => setForm({ ...form, passphrase: event.target.value })}
        />
      </Field>
      <Field
        label={t('casefile:vault.create.again')}
        error={problem !== null && form.again !== '' ? t(problem, { count: MINIMUM_PASSPHRASE }) : null}
      >
        <input
          type="password"
          value={form.again}
          onChange={(event) => setForm({ ...form, again: event.target.value })}
        />
      </Field>
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
