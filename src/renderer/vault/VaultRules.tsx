import { type ReactElement, useState } from 'react';
import type { VaultPolicy } from '../../contract/vault.ts';
import { Button, Field } from '../ui/index.ts';
import { call, useAsk, useAttempt, useMessages } from '../workspace/index.ts';
import { isPolicy, POLICY_LIMITS } from './policy-form.ts';

/** When the vault locks itself and when it is backed up by itself; the same for everybody who opens it. */
export function VaultRules(): ReactElement | null {
  const kept = useAsk('vault.policy', {});
  if (kept.data === undefined) return null;
  return <RulesForm kept={kept.data} onKept={() => void kept.refetch()} />;
}

function RulesForm(props: { readonly kept: VaultPolicy; readonly onKept: () => void }): ReactElement {
  const t = useMessages();
  const [policy, setPolicy] = useState(props.kept);
  const { busy, error, submit } = useAttempt();
  const isSame = POLICY_LIMITS.every(({ name }) => policy[name] === props.kept[name]);
  const save = async (): Promise<void> => {
    setPolicy(await call('vault.setPolicy', policy));
    props.onKept();
  };
  return (
    <form className="key-form" onSubmit={submit(save)}>
      {POLICY_LIMITS.map(({ name, least, most }) => (
        <Field key={name} label={t(`keys:rules.${name}`, { least, most })}>
          <input
            type="number"
            min={least}
            max={most}
            value={policy[name]}
            onChange={(event) => setPolicy({ ...policy, [name]: event.target.valueAsNumber })}
          />
        </Field>
      ))}
      {error === null ? null : <p role="alert">{error}</p>}
      <Button primary type="submit" disabled={busy || isSame || !isPolicy(policy)}>
        {t('keys:rules.save')}
      </Button>
      <p className="muted">{t('keys:rules.locks')}</p>
      <p className="muted">{t('keys:rules.kept')}</p>
    </form>
  );
}
