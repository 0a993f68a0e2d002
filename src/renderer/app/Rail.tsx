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
  IconUsers,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useOpenHits } from '../lists/index.ts';
import { useOpenPairs } from '../matching/index.ts';
import { type Command, useDesk, useMessages } from '../workspace/index.ts';
import { useCommands } from './MenuBar.tsx';

const TOP: readonly (readonly [string, Icon])[] = [
  ['panel.explorer', IconLayoutSidebar],
  ['panel.import', IconFileImport],
  ['panel.sources', IconFileText],
  ['panel.people', IconUserQuestion],
  ['panel.lists', IconListSearch],
  ['panel.matching', IconUsers],
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

/** More than this is "many", and a wider number would not fit on the sign. */
const MOST_SHOWN = 99;

function badgeOf(count: number): string {
  if (count === 0) return '';
  return count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);
}

/** One click to every panel; the same commands as in the menus. */
export function Rail(): ReactElement {
  const t = useMessages();
  const openHits = useOpenHits(useDesk((desk) => desk.fileId));
  const openPairs = useOpenPairs();
  const waiting: Readonly<Record<string, number>> = { 'panel.lists': openHits, 'panel.matching': openPairs };
  const commands = new Map<string, Command>(useCommands().map((command) => [command.id, command]));
  const button = ([id, Glyph]: readonly [string, Icon]): ReactElement | null => {
    const command = commands.get(id);
    if (command === undefined) return null;
    const key = command.shortcut === undefined ? '' : ` (${command.shortcut})`;
    const badge = badgeOf(waiting[id] ?? 0);
    return (
      <button
        key={id}
        type="button"
        className="rail-button"
        title={`${t(command.label)}${key}`}
        aria-label={badge === '' ? t(command.label) : `${t(command.label)}: ${badge}`}
        disabled={!command.when()}
        onClick={() => void command.run()}
      >
        <Glyph size={20} stroke={1.5} aria-hidden />
        {badge === '' ? null : <span className="rail-badge">{badge}</span>}
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
