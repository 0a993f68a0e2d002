import { type KeyboardEvent, type ReactElement, useEffect, useLayoutEffect, useRef } from 'react';
import { type Command, useMessages } from '../workspace/index.ts';
import { chartCommands, selectionCommands } from './commands.ts';
import { openMenu, useChart } from './state.ts';

function step(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Escape') openMenu(null);
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:enabled')];
  const at = items.findIndex((item) => item === document.activeElement);
  items.at((at + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length)?.focus();
}

function Item({ command }: { readonly command: Command }): ReactElement {
  const t = useMessages();
  const run = (): void => {
    openMenu(null);
    void command.run();
  };
  return (
    <button type="button" role="menuitem" disabled={!command.when()} onClick={run}>
      <span>{t(command.label)}</span>
      <kbd>{command.shortcut}</kbd>
    </button>
  );
}

/** Right-click menu, made from the same records as the palette. */
export function ChartMenu(): ReactElement | null {
  const t = useMessages();
  const menu = useChart((state) => state.menu);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (menu === null || box.current === null) return;
    const { width, height } = box.current.getBoundingClientRect();
    box.current.style.left = `${Math.max(4, Math.min(menu.x, window.innerWidth - width - 4))}px`;
    box.current.style.top = `${Math.max(4, Math.min(menu.y, window.innerHeight - height - 4))}px`;
    box.current.querySelector<HTMLButtonElement>('button:enabled')?.focus();
  }, [menu]);
  useEffect(() => {
    const close = (event: MouseEvent): void => {
      if (!box.current?.contains(event.target as Node)) openMenu(null);
    };
    window.addEventListener('mousedown', close, true);
    return () => window.removeEventListener('mousedown', close, true);
  }, []);
  if (menu === null) return null;
  return (
    <div
      ref={box}
      className="chart-menu"
      role="menu"
      tabIndex={-1}
      aria-label={t('chart:menu')}
      onKeyDown={step}
    >
      {selectionCommands.map((command) => (
        <Item key={command.id} command={command} />
      ))}
      <hr />
      {chartCommands.map((command) => (
        <Item key={command.id} command={command} />
      ))}
    </div>
  );
}
