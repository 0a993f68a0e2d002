import type { ReactElement } from 'react';
import { NewAnalysisFile, NewEntity, NewLink } from '../casefile/index.ts';
import { Dialog } from '../ui/index.ts';
import { KeysAndBackups } from '../vault/index.ts';
import { useMessages, useSelection } from '../workspace/index.ts';
import { useCommands } from './MenuBar.tsx';
import { type Overlay, showOverlay, useOverlay } from './overlays.ts';
import { Palette } from './Palette.tsx';
import { lockNow, useSession } from './session.ts';

const close = (): void => showOverlay(null);

function ShortcutList(): ReactElement {
  const t = useMessages();
  const commands = useCommands().filter((command) => command.shortcut !== undefined);
  return (
    <dl className="shortcut-list">
      {commands.map((command) => (
        <div key={command.id}>
          <dt>
            <kbd>{command.shortcut}</kbd>
          </dt>
          <dd>{t(command.label)}</dd>
        </div>
      ))}
    </dl>
  );
}

function content(open: Exclude<Overlay, 'palette' | 'keys'>): ReactElement {
  if (open === 'shortcuts') return <ShortcutList />;
  if (open === 'new-file') return <NewAnalysisFile onDone={close} />;
  if (open === 'new-entity') return <NewEntity onDone={close} />;
  const [from = '', to = ''] = useSelection.getState().entityIds;
  return <NewLink from={from} to={to} onDone={close} />;
}

/** What lies over the desk: palette, the sheet of shortcuts, small forms. */
export function Overlays(): ReactElement | null {
  const t = useMessages();
  const open = useOverlay((state) => state.open);
  const path = useSession((session) => session.status?.path ?? '');
  if (open === null) return null;
  if (open === 'palette') return <Palette />;
  if (open === 'keys') return <KeysAndBackups path={path} onClose={close} onLock={() => void lockNow()} />;
  return (
    <Dialog title={t(`common:command.${open}`)} onClose={close}>
      {content(open)}
    </Dialog>
  );
}
