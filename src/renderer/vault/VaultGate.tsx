import { type ReactElement, type ReactNode, useState } from 'react';
import { Tabs } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { CreateVault } from './CreateVault.tsx';
import { RecoverVault } from './RecoverVault.tsx';
import { UnlockVault } from './UnlockVault.tsx';

/** The first screen: nothing of any case is in the page before a vault is open. */
export function VaultGate(props: {
  readonly onUnlocked: () => void;
  /** Stands in the head: the choice of language. */
  readonly children?: ReactNode;
}): ReactElement {
  const t = useMessages();
  const [way, setWay] = useState<'open' | 'create' | 'recover'>('open');
  const [path, setPath] = useState<string | null>(null);
  const [created, setCreated] = useState(false);
  const { onUnlocked } = props;
  return (
    <main className="gate">
      <div className="gate-box">
        <div className="gate-head">
          <strong>I-FORCE Analyst</strong>
          {props.children}
        </div>
        {created ? null : (
          <Tabs
            value={way}
            tabs={[
              { value: 'open', label: t('casefile:vault.way.open') },
              { value: 'create', label: t('casefile:vault.way.create') },
              { value: 'recover', label: t('casefile:vault.way.recover') },
            ]}
            onChange={setWay}
          />
        )}
        {way === 'open' ? <UnlockVault path={path} onPath={setPath} onUnlocked={onUnlocked} /> : null}
        {way === 'create' ? <CreateVault onUnlocked={onUnlocked} onCreated={() => setCreated(true)} /> : null}
        {way === 'recover' ? (
          <RecoverVault path={path ?? ''} onPath={setPath} onUnlocked={onUnlocked} />
        ) : null}
      </div>
    </main>
  );
}
