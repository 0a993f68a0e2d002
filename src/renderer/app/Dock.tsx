import { IconX } from '@tabler/icons-react';
import { DockviewReact, type IDockviewPanelHeaderProps } from 'dockview-react';
import { type ReactElement, useEffect } from 'react';
import 'dockview-react/dist/styles/dockview.css';
import { useMessages, usePanelWish } from '../workspace/index.ts';
import { openPanel, startLayout, stopLayout } from './layout.ts';
import { PANELS } from './panel-list.tsx';

const THEME = { name: 'desk', className: 'dockview-theme-desk', gap: 4 };

function PanelTab({ api }: IDockviewPanelHeaderProps): ReactElement {
  const t = useMessages();
  const name = t(`common:panel.${api.id}`);
  useEffect(() => api.setTitle(name), [api, name]);
  return (
    <div className="panel-tab">
      <span>{name}</span>
      {/* For the mouse alone: a tab may hold no second control; by key there is the command “Close this panel”. */}
      <span
        className="panel-close"
        aria-hidden
        title={t('common:closePanel', { panel: name })}
        onPointerDown={(event) => event.stopPropagation()}
        onClick={() => api.close()}
      >
        <IconX size={12} />
      </span>
    </div>
  );
}

/** The docked panels of the desk; `showPanel` is heard here. */
export function Dock(): ReactElement {
  const wish = usePanelWish();
  useEffect(() => {
    if (wish.id !== null && wish.count > 0) openPanel(wish.id);
  }, [wish]);
  useEffect(() => stopLayout, []);
  return (
    <DockviewReact
      theme={THEME}
      components={PANELS}
      defaultTabComponent={PanelTab}
      onReady={(event) => startLayout(event.api)}
    />
  );
}
