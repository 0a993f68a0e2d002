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
import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';
import { type Command, useDesk, useMessages } from '../workspace/index.ts';
import { useCommands } from './MenuBar.tsx';

/** What waits behind a button; loaded after the first screen. */
const COUNTS: Readonly<Record<string, ComponentType>> = {
  'panel.matching': lazy(() =>
    import('../matching/index.ts').then((found) => ({ default: found.OpenPairs })),
  ),
  'panel.search': lazy(() => import('../search/index.ts').then((found) => ({ default: found.FreshCount }))),
  'panel.lists': lazy(() => import('../lists/index.ts').then((found) => ({ default: found.OpenHits }))),
};

const TOP: readonly (readonly [string, Icon])[] = [
  ['panel.explorer', IconLayoutSidebar],
  ['panel.import', IconFileImport],
  ['panel.sources', IconFileText],
  ['panel.people', IconUserQuestion],
  ['panel.matching', IconUsers],
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
  const fileId = useDesk((desk) => desk.fileId);
  const commands = new Map<string, Command>(useCommands().map((command) => [command.id, command]));
  const button = ([id, Glyph]: readonly [string, Icon]): ReactElement | null => {
    const command = commands.get(id);
    if (command === undefined) return null;
    const key = command.shortcut === undefined ? '' : ` (${command.shortcut})`;
    const Count = fileId === null ? undefined : COUNTS[id];
    return (
      <button
        key={id}
        type="button"
        className="rail-button"
        data-command={id}
        title={`${t(command.label)}${key}`}
        disabled={!command.when()}
        onClick={() => void command.run()}
      >
        <Glyph size={20} stroke={1.5} aria-hidden />
        <span className="visually-hidden">{t(command.label)}</span>
        {Count === undefined ? null : (
          <Suspense>
            <Count />
          </Suspense>
        )}
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
