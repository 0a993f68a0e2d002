import {
  type Icon,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCircleDashed,
  IconEye,
  IconEyeOff,
  IconFilter,
  IconFocusCentered,
  IconLayoutDistributeVertical,
  IconListDetails,
  IconMinus,
  IconPhoto,
  IconPin,
  IconPlus,
  IconRoute,
  IconVectorBezier,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { type Command, isNarrowed, useDesk, useMessages, useSelection } from '../workspace/index.ts';
import { chartCommands, editCommands, selectionCommands } from './commands.ts';
import { useChart } from './state.ts';

const GROUPS: readonly (readonly (readonly [string, Icon])[])[] = [
  [
    ['edit.undo', IconArrowBackUp],
    ['edit.redo', IconArrowForwardUp],
  ],
  [
    ['chart.expand', IconPlus],
    ['chart.collapse', IconMinus],
    ['chart.hide', IconEyeOff],
    ['chart.showHidden', IconEye],
    ['chart.pin', IconPin],
    ['chart.path', IconRoute],
  ],
  [
    ['chart.arrange', IconLayoutDistributeVertical],
    ['chart.circle', IconCircleDashed],
    ['chart.filter', IconFilter],
    ['chart.legend', IconListDetails],
  ],
  [
    ['chart.fit', IconFocusCentered],
    ['chart.zoomIn', IconZoomIn],
    ['chart.zoomOut', IconZoomOut],
  ],
  [
    ['chart.exportPng', IconPhoto],
    ['chart.exportSvg', IconVectorBezier],
  ],
];

const ALL = new Map<string, Command>(
  [...selectionCommands, ...chartCommands, ...editCommands].map((command) => [command.id, command]),
);

function Tool({
  id,
  sign: Sign,
  pressed,
}: {
  readonly id: string;
  readonly sign: Icon;
  readonly pressed: boolean | undefined;
}): ReactElement | null {
  const t = useMessages();
  const command = ALL.get(id);
  if (command === undefined) return null;
  const name = t(command.label);
  const title = command.shortcut === undefined ? name : `${name} (${command.shortcut})`;
  return (
    <button
      type="button"
      className="chart-tool"
      title={title}
      aria-label={name}
      aria-pressed={pressed}
      disabled={!command.when()}
      onClick={() => void command.run()}
    >
      <Sign size={18} stroke={1.75} aria-hidden />
    </button>
  );
}

/** The most used commands as buttons; each says its name and key. */
export function ChartToolbar(): ReactElement {
  const t = useMessages();
  const { filter } = useDesk();
  useSelection();
  const { name, legendOpen } = useChart();
  const pressed: Readonly<Record<string, boolean>> = {
    'chart.filter': isNarrowed(filter),
    'chart.legend': legendOpen,
  };
  return (
    <div className="chart-toolbar" role="toolbar" aria-label={t('chart:toolbar')}>
      <span className="chart-name" title={name}>
        {name}
      </span>
      {GROUPS.map((group) => (
        <span key={group[0]?.[0]} className="chart-tools">
          {group.map(([id, sign]) => (
            <Tool key={id} id={id} sign={sign} pressed={pressed[id]} />
          ))}
        </span>
      ))}
    </div>
  );
}
