import type { ReactElement } from 'react';
import { Menu } from '../ui/index.ts';
import { allCommands, useMessages } from '../workspace/index.ts';
import { chartCommands, selectionCommands } from './commands.ts';
import { openMenu, useChart } from './state.ts';

/** Acts of the frame on what is selected. */
const EDITS = [
  'open.edit-entity',
  'open.delete-entity',
  'open.merge',
  'open.new-link',
  'open.edit-link',
  'open.new-event',
];

const close = (): void => openMenu(null);

/** Right-click menu, made from the same records as the palette; without a selection only the chart's own. */
export function ChartMenu(): ReactElement | null {
  const t = useMessages();
  const menu = useChart((state) => state.menu);
  if (menu === null) return null;
  const chosen = selectionCommands.filter((command) => command.when());
  const edits = allCommands().filter((command) => EDITS.includes(command.id) && command.when());
  const items = [...chosen, ...edits, ...chartCommands].map((command) => ({
    id: command.id,
    label: t(command.label),
    shortcut: command.shortcut,
    disabled: !command.when(),
    run: () => void command.run(),
  }));
  return <Menu x={menu.x} y={menu.y} items={items} onClose={close} />;
}
