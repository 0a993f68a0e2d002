import { NO_EVENT } from '../../../contract/import.ts';
import type { EntityMapping } from '../suggest-parts.ts';
import type { FixedPlan } from './reader.ts';

const WAY_POINT: EntityMapping = {
  name: 'place',
  type: 'place',
  identifiers: [],
  label: { columns: ['waypoint'] },
  properties: {
    latitude: { columns: ['waypointLatitude'] },
    longitude: { columns: ['waypointLongitude'] },
    elevation: { columns: ['elevation'] },
    marked: { columns: ['marked'] },
    note: { columns: ['description'] },
    comment: { columns: ['comment'] },
    symbol: { columns: ['symbol'] },
  },
  required: false,
};

/** A track is the way of one thing: a vehicle where its name is a number plate, else a device. */
export function gpxPlan(rows: readonly (readonly string[])[]): FixedPlan {
  const track = { columns: ['track'] };
  const names = [...new Set(rows.map((row) => row[0] ?? '').filter((name) => name !== ''))];
  const hasWayPoints = rows.some((row) => row[6] === 'wpt');
  const arePlates =
    names.length > 0 &&
    names.every((name) => /^[\p{Lu}]{1,3}[\s-]?\d{3,4}[\s-]?[\p{Lu}]{0,3}$/u.test(name.trim()));
  const hasTimes = rows.some((row) => (row[1] ?? '') !== '');
  const entity = arePlates
    ? { name: 'mover', type: 'vehicle' as const, identifiers: [{ kind: 'plate', value: track }] }
    : { name: 'mover', type: 'device' as const, identifiers: [], label: track };
  const event = {
    ...NO_EVENT,
    type: 'position' as const,
    from: 'mover',
    start: hasTimes ? { columns: ['time'] } : null,
    latitude: { columns: ['latitude'] },
    longitude: { columns: ['longitude'] },
    properties: {
      elevation: { columns: ['elevation'] },
      name: { columns: ['name'] },
      kind: { columns: ['kind'] },
      speed: { columns: ['speed'] },
      course: { columns: ['course'] },
      note: { columns: ['description'] },
    },
  };
  const mover = { ...entity, properties: {}, required: !hasWayPoints };
  const fields = { time: 'start', latitude: 'latitude', longitude: 'longitude' } as const;
  return { entities: [mover, ...(hasWayPoints ? [WAY_POINT] : [])], links: [], events: [event], fields };
}
