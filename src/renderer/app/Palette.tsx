import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { EntityChip } from '../ui/index.ts';
import {
  type Command,
  select,
  showPanel,
  type Translate,
  useAsk,
  useDesk,
  useMessages,
} from '../workspace/index.ts';
import { useCommands } from './MenuBar.tsx';
import { showOverlay } from './overlays.ts';

interface Entry {
  readonly id: string;
  readonly row: ReactElement;
  run(): void;
}

function commandEntries(commands: readonly Command[], text: string, t: Translate): Entry[] {
  const words = text.toLocaleLowerCase().split(/\s+/);
  return commands
    .filter((command) => command.id !== 'open.palette' && command.when())
    .map((command) => ({ command, label: `${t(`common:menu.${command.menu}`)}: ${t(command.label)}` }))
    .filter(({ label }) => words.every((word) => label.toLocaleLowerCase().includes(word)))
    .map(({ command, label }) => ({
      id: command.id,
      row: (
        <>
          <span>{label}</span>
          <span className="menu-key">{command.shortcut ?? ''}</span>
        </>
      ),
      run: () => void command.run(),
    }));
}

function useEntityEntries(text: string): Entry[] {
  const fileId = useDesk((desk) => desk.fileId);
  const wanted = text.trim().length > 1 && fileId !== null;
  const found = useAsk('search.query', wanted ? { fileId, text: text.trim(), limit: 8 } : null);
  if (!wanted) return [];
  return (found.data?.hits ?? []).map((hit) => ({
    id: hit.entity.id,
    row: <EntityChip entity={hit.entity} showStatus />,
    run: () => {
      select({ entityIds: [hit.entity.id] });
      showPanel('inspector');
    },
  }));
}

/** Ctrl+K: every command by its words, and the entities of the file. */
export function Palette(): ReactElement {
  const t = useMessages();
  const commands = useCommands();
  const [text, setText] = useState('');
  const [current, setCurrent] = useState(0);
  const entities = useEntityEntries(text);
  const entries = [...entities, ...commandEntries(commands, text, t)];
  const run = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    showOverlay(null);
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') showOverlay(null);
    else if (event.key === 'Enter') run(entries[current]);
    else if (event.key === 'ArrowDown') setCurrent(Math.min(entries.length - 1, current + 1));
    else if (event.key === 'ArrowUp') setCurrent(Math.max(0, current - 1));
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="palette-back"
      onPointerDown={(event) => event.target === event.currentTarget && showOverlay(null)}
    >
      <div className="palette" role="dialog" aria-label={t('common:command.palette')}>
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette opens for typing
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={`palette-${current}`}
          placeholder={t('common:palette.placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setCurrent(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div id="palette-list" role="listbox" aria-label={t('common:command.palette')}>
          {entries.map((entry, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
            <div
              key={entry.id}
              id={`palette-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              ref={(element) => {
                if (index === current) element?.scrollIntoView({ block: 'nearest' });
              }}
              onClick={() => run(entry)}
            >
              {entry.row}
            </div>
          ))}
        </div>
        {entries.length === 0 ? <p className="muted">{t('common:palette.nothing')}</p> : null}
      </div>
    </div>
  );
}
