import type { ReactElement } from 'react';
import { Select } from '../ui/index.ts';
import { useDesk, useMessages } from '../workspace/index.ts';
import { changeSettings } from './settings.ts';

/** The zones of the region first; every other the machine knows below. */
const NEAR = [
  'Europe/Chisinau',
  'Europe/Kyiv',
  'Europe/Bucharest',
  'Europe/Warsaw',
  'Europe/Budapest',
  'UTC',
];

function offset(zone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    timeZoneName: 'shortOffset',
  }).formatToParts();
  return parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', 'UTC') ?? '';
}

/** The zone all times are shown in; what is stored stays UTC. */
export function ZoneChoice(): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const zones = [...new Set([...NEAR, zone, ...Intl.supportedValuesOf('timeZone')])];
  const choices = zones.map((name) => ({
    value: name,
    label: NEAR.includes(name) ? `${name} (${offset(name)})` : name,
  }));
  return (
    <span className="status-item" title={t('common:status.zone')}>
      <Select
        value={zone}
        choices={choices}
        label={t('common:status.zone')}
        onChange={(timeZone) => void changeSettings({ timeZone })}
      />
    </span>
  );
}
