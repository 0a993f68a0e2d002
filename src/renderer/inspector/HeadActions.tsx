import { IconDots } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { Menu } from '../ui/index.ts';
import { allCommands, useMessages } from '../workspace/index.ts';

/** What can be done to the shown thing, from the same records as palette and right-click. */
export function HeadActions({ commandIds }: { readonly commandIds: readonly string[] }): ReactElement {
  const t = useMessages();
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const items = allCommands()
    .filter((command) => commandIds.includes(command.id))
    .map((command) => ({
      id: command.id,
      label: t(command.label),
      shortcut: command.shortcut,
      disabled: !command.when(),
      run: () => void command.run(),
    }));
  return (
    <>
      <button
        type="button"
        className="icon-button"
        title={t('inspector:actions')}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => {
          const box = currentTarget.getBoundingClientRect();
          setAt({ x: box.left, y: box.bottom });
        }}
      >
        <IconDots size={16} aria-hidden />
      </button>
      {at === null ? null : <Menu x={at.x} y={at.y} items={items} onClose={() => setAt(null)} />}
    </>
  );
}
