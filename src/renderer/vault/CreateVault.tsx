import { type ReactElement, useState } from 'react';
import { Button, Field } from '../ui/index.ts';
import { call, useAttempt, useMessages } from '../workspace/index.ts';
import { useNewPassphrase } from './NewPassphrase.tsx';
import { PathField } from './PathField.tsx';
import { RecoveryWords } from './RecoveryWords.tsx';
import { shownName } from './vault-words.ts';

/** A new vault: where, who, passphrase twice; then the recovery words once. */
export function CreateVault(props: {
  readonly onUnlocked: () => void;
  /** The vault is there and its words are on the screen: from here only onward. */
  readonly onCreated: () => void;
}): ReactElement {
  const t = useMessages();
  const [path, setPath] = useState('');
  const [slotName, setSlotName] = useState('');
  const [words, setWords] = useState<readonly string[] | null>(null);
  const { busy, error, run } = useAttempt();
  const passphrase = useNewPassphrase({
    label: t('casefile:vault.create.passphrase'),
    known: [slotName, shownName(path)],
    error,
  });
  const create = async (): Promise<void> => {
    const made = await call('vault.create', { path, slotName, passphrase: passphrase.text });
    setWords(made.recoveryWords);
    passphrase.clear();
    props.onCreated();
  };
  if (words !== null) return <RecoveryWords words={words} onDone={props.onUnlocked} />;
  const ready = passphrase.isReady && path !== '' && slotName !== '' && !busy;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void run(create);
      }}
    >
      <h1>{t('casefile:vault.create.title')}</h1>
      <PathField path={path} purpose="save-file" suggestedName="Analyst.vault" onChange={setPath} />
      <Field label={t('casefile:vault.create.name')}>
        <input value={slotName} onChange={(event) => setSlotName(event.target.value)} />
      </Field>
      {passphrase.fields}
      <Button primary type="submit" disabled={!ready}>
        {t(busy ? 'casefile:vault.create.busy' : 'casefile:vault.create.act')}
      </Button>
    </form>
  );
}
