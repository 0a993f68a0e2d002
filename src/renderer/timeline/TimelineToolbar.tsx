import {
  type Icon,
  IconFileTypeCsv,
  IconFilterOff,
  IconFocusCentered,
  IconPhoto,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { IconButton, NEAR_ZONES, Select, zoneWords } from '../ui/index.ts';
import { type Command, useDesk, useMessages } from '../workspace/index.ts';
import { timelineCommands } from './commands.ts';

const ICONS: Readonly<Record<string, Icon>> = {
  'timeline.fit': IconFocusCentered,
  'timeline.zoomIn': IconZoomIn,
  'timeline.zoomOut': IconZoomOut,
  'timeline.clear': IconFilterOff,
  'timeline.exportPng': IconPhoto,
  'timeline.exportCsv': IconFileTypeCsv,
};

function Tool({ command }: { readonly command: Command }): ReactElement {
  const t = useMessages();
  const name = t(command.label);
  const Sign = ICONS[command.id];
  return (
    <IconButton label={name} onClick={() => void command.run()}>
      {Sign === undefined ? name : <Sign size={18} stroke={1.75} aria-hidden />}
    </IconButton>
  );
}

/** The acts of the timeline as one row of buttons; each says its name. */
export function TimelineToolbar({ undated }: { readonly undated: number }): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  return (
    <div className="timeline-toolbar" role="toolbar" aria-label={t('timeline:toolbar')}>
      {timelineCommands.map((command) => (
        <Tool key={command.id} command={command} />
      ))}
      <span className="timeline-zone" title={`${t('timeline:zone')}: ${zone}`}>
        <Select
          value={zone}
          label={t('timeline:zone')}
          choices={[...new Set([...NEAR_ZONES, zone])].map((name) => ({
            value: name,
            label: zoneWords(name),
          }))}
          onChange={(timeZone) => useDesk.setState({ timeZone })}
        />
      </span>
      {undated > 0 && <span className="muted">{t('timeline:undated', { count: undated })}</span>}
    </div>
  );
}
