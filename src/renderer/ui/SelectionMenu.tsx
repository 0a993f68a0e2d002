import { type MouseEvent, type ReactElement, useState } from 'react';
import { allCommands, useMessages } from '../workspace/index.ts';
import { Menu } from './Menu.tsx';

/** What can be done with a selection, whichever view it was made in; the views that are open bring the commands. */
const ACTS = [
  'chart.addSelected',
  'panel.inspector',
  'chart.expand',
  'chart.path',
  'chart.hide',
  'chart.remove',
];

export interface SelectionMenu {
  readonly menu: ReactElement | null;
  /** For a right-click: the system's own menu does not open. */
  readonly open: (event: Pick<MouseEvent, 'clientX' | 'clientY' | 'preventDefault'>) => void;
}

/** The right-click menu over what is selected, the same in every view. */
export function useSelectionMenu(): SelectionMenu {
  const t = useMessages();
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const open: SelectionMenu['open'] = (event) => {
    event.preventDefault();
    setAt({ x: event.clientX, y: event.clientY });
  };
  if (at === null) return { menu: null, open };
  const known = new Map(allCommands().map((command) => [command.id, command]));
  const items = ACTS.flatMap((id) => {
    const command = known.get(id);
    if (command === undefined) return [];
    const { label, shortcut } = command;
    const disabled = !command.when();
    return [{ id, label: t(label), shortcut, disabled, run: () => void command.run() }];
  });
  return { menu: <Menu x={at.x} y={at.y} items={items} onClose={() => setAt(null)} />, open };
}
