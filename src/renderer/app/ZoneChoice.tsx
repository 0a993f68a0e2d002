import type { ReactElement } from 'react';
import { NEAR_ZONES, Select, zoneWords } from '../ui/index.ts';
import { useDesk, useMessages } from '../workspace/index.ts';
import { changeSettings } from './settings.ts';

/** The zone all times are shown in, the near ones first; what is stored stays UTC. */
export function ZoneChoice(): ReactElement {
  const t = useMessages();
  const zone = useDesk((desk) => desk.timeZone);
  const zones = [...new Set([...NEAR_ZONES, zone, ...Intl.supportedValuesOf('timeZone')])];
  const choices = zones.map((name) => ({
    value: name,
    label: NEAR_ZONES.includes(name) || name === zone ? zoneWords(name) : name,
  }));
  return (
    <span className="status-item" title={`${t('common:status.zone')}: ${zone}`}>
      <Select
        value={zone}
        choices={choices}
        label={t('common:status.zone')}
        onChange={(timeZone) => void changeSettings({ timeZone })}
      />
    </span>
  );
}
