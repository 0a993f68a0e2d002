import { type ReactElement, useState } from 'react';
import { Dialog, Tabs } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { Backups } from './Backups.tsx';
import { Keys } from './Keys.tsx';
import { VaultRules } from './VaultRules.tsx';

type Part = 'keys' | 'backups' | 'rules';
const PARTS: readonly Part[] = ['keys', 'backups', 'rules'];

/** Who can open the vault, what is kept of it, and when it locks itself. */
export function KeysAndBackups(props: {
  readonly path: string;
  readonly onClose: () => void;
  /** Locks the vault: a backup goes into the place of a closed one. */
  readonly onLock: () => void;
}): ReactElement {
  const t = useMessages();
  const [part, setPart] = useState<Part>('keys');
  /** Recovery words that nobody has written down yet stand on the screen: they are not shown again. */
  const [held, setHeld] = useState(false);
  const [reminded, setReminded] = useState(false);
  const hold = (isHeld: boolean): void => {
    setHeld(isHeld);
    setReminded(false);
  };
  return (
    <Dialog title={t('common:command.keys')} onClose={() => (held ? setReminded(true) : props.onClose())}>
      <div className="keys-window">
        {held ? null : (
          <Tabs
            value={part}
            tabs={PARTS.map((value) => ({ value, label: t(`keys:part.${value}`) }))}
            onChange={setPart}
          />
        )}
        {reminded ? <p role="alert">{t('keys:held')}</p> : null}
        {part === 'keys' ? <Keys onHeld={hold} /> : null}
        {part === 'backups' ? <Backups path={props.path} onLock={props.onLock} /> : null}
        {part === 'rules' ? <VaultRules /> : null}
      </div>
    </Dialog>
  );
}
