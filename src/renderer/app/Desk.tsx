import { type ReactElement, useEffect } from 'react';
import { StartScreen } from '../casefile/index.ts';
import { VaultNotices } from '../vault/index.ts';
import { registerCommands, useAsk, useDesk, useMessages } from '../workspace/index.ts';
import { Dock } from './Dock.tsx';
import { frameCommands } from './frame-commands.ts';
import { MenuBar } from './MenuBar.tsx';
import { Overlays } from './Overlays.tsx';
import { showOverlay } from './overlays.ts';
import { Rail } from './Rail.tsx';
import { StatusBar } from './StatusBar.tsx';
import { personActive, useSession } from './session.ts';
import { onShortcut } from './shortcuts.ts';

const ACTIVITY = ['keydown', 'pointerdown', 'wheel'] as const;

/** Only in the page: what stands in `document.title` a browser writes into its history and session files. */
function Title(): ReactElement {
  const fileId = useDesk((desk) => desk.fileId);
  const file = useAsk('analysisFile.get', fileId === null ? null : { fileId });
  const shown = fileId === null ? undefined : file.data;
  const name = shown === undefined ? '' : `${shown.reference} ${shown.title}`;
  return (
    <span className="window-title cut" title={name}>
      <strong>I-FORCE Analyst</strong> {name}
    </span>
  );
}

/** The unlocked window: menus, rail, panels, status. */
export function Desk(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const notices = useSession((session) => session.status?.notices);
  useEffect(() => registerCommands(frameCommands), []);
  useEffect(() => {
    addEventListener('keydown', onShortcut);
    for (const name of ACTIVITY) addEventListener(name, personActive, true);
    return () => {
      removeEventListener('keydown', onShortcut);
      for (const name of ACTIVITY) removeEventListener(name, personActive, true);
      showOverlay(null);
    };
  }, []);
  return (
    <div className="window">
      <header className="top-bar">
        <MenuBar />
        <Title />
        <button type="button" className="palette-button" onClick={() => showOverlay('palette')}>
          <span>{t('common:palette.button')}</span>
          <kbd>Ctrl+K</kbd>
        </button>
      </header>
      <VaultNotices notices={notices ?? []} />
      <Rail />
      <main className="desk">{fileId === null ? <StartScreen /> : <Dock key={fileId} />}</main>
      <StatusBar />
      <Overlays />
    </div>
  );
}
