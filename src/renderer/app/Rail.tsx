import {
  type Icon,
  IconFileImport,
  IconFileText,
  IconHelpCircle,
  IconLayoutSidebar,
  IconListSearch,
  IconLock,
  IconMap2,
  IconMessageQuestion,
  IconPackageExport,
  IconSchool,
  IconSearch,
  IconTable,
  IconTimeline,
  IconTopologyStar3,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useOpenHits } from '../lists/index.ts';
import { type Command, useDesk, useMessages } from '../workspace/index.ts';
import { useCommands } from './MenuBar.tsx';

const TOP: readonly (readonly [string, Icon])[] = [
  ['panel.explorer', IconLayoutSidebar],
  ['panel.import', IconFileImport],
  ['panel.sources', IconFileText],
  ['panel.people', IconUserQuestion],
  ['panel.lists', IconListSearch],
  ['panel.search', IconSearch],
  ['panel.chart', IconTopologyStar3],
  ['panel.map', IconMap2],
  ['panel.timeline', IconTimeline],
  ['panel.table', IconTable],
  ['panel.questions', IconMessageQuestion],
  ['panel.exchange', IconPackageExport],
  ['panel.training', IconSchool],
];
const BOTTOM: readonly (readonly [string, Icon])[] = [
  ['open.shortcuts', IconHelpCircle],
  ['file.lock', IconLock],
];

/** One click to every panel; the same commands as in the menus. */
export function Rail(): ReactElement {
  const t = useMessages();
  const openHits = useOpenHits(useDesk((desk) => desk.fileId));
  const commands = new Map<string, Command>(useCommands().map((command) => [command.id, command]));
  const button = ([id, Glyph]: readonly [string, Icon]): ReactElement | null => {
    const command = commands.get(id);
    if (command === undefined) return null;
    const key = command.shortcut === undefined ? '' : ` (${command.shortcut})`;
    const label = t(command.label);
    const waiting = id === 'panel.lists' ? openHits : 0;
    const told = waiting === 0 ? label : t('lists:openHits', { label, count: waiting });
    return (
      <button
        key={id}
        type="button"
        className="rail-button"
        title={`${told}${key}`}
        aria-label={told}
        disabled={!command.when()}
        onClick={() => void command.run()}
      >
        <Glyph size={20} stroke={1.5} aria-hidden />
        {waiting === 0 ? null : <span className="rail-badge">{waiting > 99 ? '99+' : waiting}</span>}
      </button>
    );
  };
  return (
    <nav className="rail" aria-label={t('common:rail')}>
      {TOP.map(button)}
      <span className="grow" />
      {BOTTOM.map(button)}
    </nav>
  );
}
