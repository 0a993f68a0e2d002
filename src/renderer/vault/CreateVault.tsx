import { type ReactElement, useState } from 'react';
import { Button, Field } from '../ui/index.ts';
import { call, useAttempt, useMessages } from '../workspace/index.ts';
import { MINIMUM_PASSPHRASE, passphraseProblem } from './create-form.ts';
import { PathField } from './PathField.tsx';
import { RecoveryWords } from './RecoveryWords.tsx';

/** A new vault: where, who, passphrase twice; then the recovery words once. */
export function CreateVault(props: {
  readonly onUnlocked: () => void;
  /** The vault is there and its words are on the screen: from here only onward. */
  readonly onCreated: () => void;
}): ReactElement {
  const t = useMessages();
  const [form, setForm] = useState({ path: '', slotName: '', passphrase: '', again: '' });
  const [words, setWords] = useState<readonly string[] | null>(null);
  const { busy, error, run } = useAttempt();
  const problem = passphraseProblem(form.passphrase, form.again);
  const create = async (): Promise<void> => {
    const { path, slotName, passphrase } = form;
    setWords((await call('vault.create', { path, slotName, passphrase })).recoveryWords);
    setForm({ path, slotName, passphrase: '', again: '' });
    props.onCreated();
  };
  if (words !== null) return <RecoveryWords words={words} onDone={props.onUnlocked} />;
  const input = (name: keyof typeof form, type: 'text' | 'password'): ReactElement => (
    <input
      type={type}
      value={form[name]}
      onChange={(event) => setForm({ ...form, [name]: event.target.value })}
    />
  );
  const ready = problem === null && form.path !== '' && form.slotName !== '' && !busy;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void run(create);
      }}
    >
      <h1>{t('casefile:vault.create.title')}</h1>
      <PathField
        path={form.path}
        purpose="save-file"
        suggestedName="Analyst.vault"
        onChange={(path) => setForm({ ...form, path })}
      />
      <Field label={t('casefile:vault.create.name')}>{input('slotName', 'text')}</Field>
      <Field label={t('casefile:vault.create.passphrase')}>{input('passphrase', 'password')}</Field>
      <Field
        label={t('casefile:vault.create.again')}
        error={problem !== null && form.again !== '' ? t(problem, { count: MINIMUM_PASSPHRASE }) : error}
      >
        {input('again', 'password')}
      </Field>
      <Button primary type="submit" disabled={!ready}>
        {t(busy ? 'casefile:vault.create.busy' : 'casefile:vault.create.act')}
      </Button>
    </form>
  );
}
