import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { Tabs } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { CreateVault } from './CreateVault.tsx';
import { forgetGateWish, type GateWay, gateWish } from './gate-wish.ts';
import { RecoverVault } from './RecoverVault.tsx';
import { RestoreVault } from './RestoreVault.tsx';
import { UnlockVault } from './UnlockVault.tsx';
import './vault.css';

const WAYS: readonly GateWay[] = ['open', 'create', 'recover', 'restore'];

/** The first screen: nothing of any case is in the page before a vault is open. */
export function VaultGate(props: {
  readonly onUnlocked: () => void;
  /** Stands in the head: the choice of language. */
  readonly children?: ReactNode;
}): ReactElement {
  const t = useMessages();
  const [wish] = useState(gateWish);
  const [way, setWay] = useState(wish.way);
  const [path, setPath] = useState(wish.path);
  const [created, setCreated] = useState(false);
  const [restored, setRestored] = useState<string | null>(null);
  const { onUnlocked } = props;
  useEffect(forgetGateWish, []);
  const goOn = (sentence: string): void => {
    setRestored(sentence);
    setWay('open');
  };
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
            tabs={WAYS.map((value) => ({ value, label: t(`casefile:vault.way.${value}`) }))}
            onChange={setWay}
          />
        )}
        {way === 'open' && restored !== null ? (
          <p className="notice" role="status">
            {restored}
          </p>
        ) : null}
        {way === 'open' ? <UnlockVault path={path} onPath={setPath} onUnlocked={onUnlocked} /> : null}
        {way === 'create' ? <CreateVault onUnlocked={onUnlocked} onCreated={() => setCreated(true)} /> : null}
        {way === 'recover' ? <RecoverVault path={path} onPath={setPath} onUnlocked={onUnlocked} /> : null}
        {way === 'restore' ? (
          <RestoreVault path={path} wanted={wish.backup} onPath={setPath} onRestored={goOn} />
        ) : null}
      </div>
    </main>
  );
}
