import type { ReactElement } from 'react';
import { EditAnalysisFile, NewAnalysisFile, NewEntity, NewLink } from '../casefile/index.ts';
import { DeleteEntity, EditEntity, EditEvent, EditLinks, MergeEntities, NewEvent } from '../edits/index.ts';
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

/** The forms act on what was selected when they were opened. */
function content(open: Exclude<Overlay, 'palette' | 'keys'>): ReactElement {
  const { entityIds, linkKeys, eventIds } = useSelection.getState();
  const [from = '', to = ''] = entityIds;
  if (open === 'shortcuts') return <ShortcutList />;
  if (open === 'new-file') return <NewAnalysisFile onDone={close} />;
  if (open === 'edit-file') return <EditAnalysisFile onDone={close} />;
  if (open === 'new-entity') return <NewEntity onDone={close} />;
  if (open === 'edit-entity') return <EditEntity entityId={from} onDone={close} />;
  if (open === 'delete-entity') return <DeleteEntity entityId={from} onDone={close} />;
  if (open === 'merge') return <MergeEntities entityIds={entityIds} onDone={close} />;
  if (open === 'edit-link') return <EditLinks linkKey={linkKeys[0] ?? ''} onDone={close} />;
  if (open === 'new-event') return <NewEvent from={from || null} to={to || null} onDone={close} />;
  if (open === 'edit-event') return <EditEvent eventId={eventIds[0] ?? ''} onDone={close} />;
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
