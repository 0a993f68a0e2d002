import { type ReactElement, useState, useSyncExternalStore } from 'react';
import { Menu, type MenuItem } from '../ui/index.ts';
import {
  allCommands,
  type Command,
  onCommandsChanged,
  type Translate,
  useMessages,
} from '../workspace/index.ts';

const MENUS = ['file', 'edit', 'view', 'chart', 'map', 'timeline', 'questions', 'tools', 'help'] as const;

let seen: readonly Command[] = [];
function snapshot(): readonly Command[] {
  const now = allCommands();
  if (now.length !== seen.length || now.some((command, index) => command !== seen[index])) seen = now;
  return seen;
}
/** All commands, rerendering when a view brings or takes some. */
export function useCommands(): readonly Command[] {
  return useSyncExternalStore(onCommandsChanged, snapshot);
}

export function menuItem(command: Command, t: Translate): MenuItem {
  return {
    id: command.id,
    label: t(command.label),
    shortcut: command.shortcut,
    disabled: !command.when(),
    run: () => void command.run(),
  };
}

/** The menus, built from the commands that are there; a menu without commands does not stand. */
export function MenuBar(): ReactElement {
  const t = useMessages();
  const commands = useCommands();
  const [open, setOpen] = useState<{ readonly menu: string; readonly x: number; readonly y: number } | null>(
    null,
  );
  const present = MENUS.filter((menu) => commands.some((command) => command.menu === menu));
  const show = (menu: string, button: HTMLElement): void => {
    const box = button.getBoundingClientRect();
    setOpen({ menu, x: box.left, y: box.bottom });
  };
  return (
    <div className="menu-bar" role="menubar" aria-label={t('common:menuBar')}>
      {present.map((menu) => (
        <button
          key={menu}
          type="button"
          role="menuitem"
          aria-haspopup="menu"
          aria-expanded={open?.menu === menu}
          onClick={(event) => show(menu, event.currentTarget)}
          onPointerEnter={(event) => open !== null && show(menu, event.currentTarget)}
        >
          {t(`common:menu.${menu}`)}
        </button>
      ))}
      {open === null ? null : (
        <Menu
          key={open.menu}
          x={open.x}
          y={open.y}
          items={commands
            .filter((command) => command.menu === open.menu)
            .map((command) => menuItem(command, t))}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
