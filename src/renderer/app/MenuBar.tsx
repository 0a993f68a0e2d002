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

function menuItem(command: Command, t: Translate): MenuItem {
  return {
    id: command.id,
    label: t(command.label),
    shortcut: command.shortcut,
    disabled: !command.when(),
    run: () => void command.run(),
  };
}

const kind = (command: Command | undefined): string | undefined => command?.id.split('.')[0];

function menuItems(commands: readonly Command[], menu: string, t: Translate): MenuItem[] {
  const there = commands.filter((command) => command.menu === menu);
  return there.map((command, index) => ({
    ...menuItem(command, t),
    separated: index > 0 && kind(command) !== kind(there[index - 1]),
  }));
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
          items={menuItems(commands, open.menu, t)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
