import {
  type Icon,
  IconBarrierBlock,
  IconFlame,
  IconFocusCentered,
  IconListDetails,
  IconPhoto,
  IconRoute,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { IconButton } from '../ui/index.ts';
import { type Command, useMessages } from '../workspace/index.ts';
import { mapCommands } from './commands.ts';
import { GoToPlace } from './GoToPlace.tsx';
import { useMapChoices } from './state.ts';

const ICONS: Readonly<Record<string, Icon>> = {
  'map.fit': IconFocusCentered,
  'map.zoomIn': IconZoomIn,
  'map.zoomOut': IconZoomOut,
  'map.crossings': IconBarrierBlock,
  'map.tracks': IconRoute,
  'map.heat': IconFlame,
  'map.legend': IconListDetails,
  'map.exportPng': IconPhoto,
};

function Tool(props: { readonly command: Command; readonly pressed: boolean | undefined }): ReactElement {
  const t = useMessages();
  const name = t(props.command.label);
  const Sign = ICONS[props.command.id];
  return (
    <IconButton label={name} aria-pressed={props.pressed} onClick={() => void props.command.run()}>
      {Sign === undefined ? name : <Sign size={18} stroke={1.75} aria-hidden />}
    </IconButton>
  );
}

/** The acts of the map as one row of buttons; each says its name. */
export function MapToolbar(): ReactElement {
  const t = useMessages();
  const choices = useMapChoices();
  const pressed: Readonly<Record<string, boolean>> = {
    'map.crossings': choices.crossings,
    'map.tracks': choices.tracks,
    'map.heat': choices.crowd === 'heat',
    'map.legend': choices.legend,
  };
  return (
    <div className="map-toolbar" role="toolbar" aria-label={t('map:toolbar')}>
      <GoToPlace />
      {mapCommands.map((command) => (
        <Tool key={command.id} command={command} pressed={pressed[command.id]} />
      ))}
    </div>
  );
}
