import type { MapPoint } from '../../contract/events.ts';
import type { EventType } from '../../core/model/link-types.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import type { ShutterLabel } from './entities.ts';
import { entitiesBySeq, entitySeqs } from './entities.ts';
import { type EventScope, eventIdOf } from './events.ts';
import { leadSql, membersOf } from './members.ts';

interface PointRecord {
  seq: number;
  id: Uint8Array | null;
  event_prefix: string;
  first_event_seq: number;
  type: EventType;
  from_seq: number | null;
  place: string | null;
  start_at: number | null;
  latitude: number;
  longitude: number;
  accuracy_metres: number | null;
}

export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** Events with coordinates, newest first; inside `bounds` through the R*Tree. */
export function mapPoints(
  database: ReadableDatabase,
  scope: EventScope,
  options: { bounds?: Bounds | undefined; limit: number },
  shutter: ShutterLabel,
) {
  const { bounds } = options;
  const box =
    bounds === undefined
      ? ''
      : ' AND event.seq IN (SELECT seq FROM event_place WHERE south >= ? AND north <= ? AND west >= ? AND east <= ?)';
  const boxValues = bounds === undefined ? [] : [bounds.south, bounds.north, bounds.west, bounds.east];
  const located = `${scope.sql} AND event.latitude IS NOT NULL${box}`;
  const total =
    database.one<{ n: number }>(`SELECT count(*) AS n ${located}`, ...scope.values, ...boxValues)?.n ?? 0;
  const rows = database.all<PointRecord>(
    `SELECT point.*, batch.event_prefix, batch.first_event_seq, place.name AS place, place.accuracy_metres FROM
       (SELECT event.* ${located} ORDER BY event.start_at DESC LIMIT ?) point
     JOIN batch ON batch.seq = point.batch_seq LEFT JOIN place ON place.seq = point.place_seq`,
    ...scope.values,
    ...boxValues,
    options.limit,
  );
  const entities = entitiesBySeq(
    database,
    [...new Set(rows.map((row) => row.from_seq).filter((seq) => seq !== null))],
    shutter,
  );
  const points: MapPoint[] = rows.map((row) => {
    const entity = row.from_seq === null ? undefined : entities.get(row.from_seq);
    return {
      id: eventIdOf(row),
      kind: 'event',
      eventType: row.type,
      entityId: entity?.id ?? null,
      label: [entity?.label, row.place].filter((one) => one != null).join(' · '),
      start: row.start_at,
      latitude: row.latitude,
      longitude: row.longitude,
      accuracyMetres: row.accuracy_metres,
    };
  });
  return { total, points };
}

/** Places of the file with coordinates, narrowed to the asked entities; a place has no time of its own. */
export function placePoints(
  database: ReadableDatabase,
  fileSeq: number,
  options: { entityIds?: readonly string[] | undefined; bounds?: Bounds | undefined; limit: number },
): MapPoint[] {
  const members = membersOf(database);
  const narrowed =
    options.entityIds === undefined ? '' : 'AND entity.seq IN (SELECT value FROM json_each(?))';
  const box =
    options.bounds === undefined ? '' : 'AND latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?';
  const { bounds } = options;
  const rows = database.all<{
    id: string;
    name: string;
    latitude: number;
    longitude: number;
    accuracy_metres: number | null;
  }>(
    `SELECT lead.id, place.name, latitude, longitude, accuracy_metres FROM place JOIN entity ON entity.seq = place.entity_seq JOIN entity lead ON lead.seq = ${leadSql('entity')}
     WHERE place.file_seq = ? AND latitude IS NOT NULL AND longitude IS NOT NULL ${narrowed} ${box} ORDER BY place.seq LIMIT ?`,
    fileSeq,
    ...(options.entityIds === undefined
      ? []
      : [JSON.stringify(members.withMembers(entitySeqs(database, fileSeq, options.entityIds)))]),
    ...(bounds === undefined ? [] : [bounds.south, bounds.north, bounds.west, bounds.east]),
    options.limit,
  );
  return rows.map((row) => ({
    id: row.id,
    kind: 'place',
    eventType: null,
    entityId: row.id,
    label: row.name,
    start: null,
    latitude: row.latitude,
    longitude: row.longitude,
    accuracyMetres: row.accuracy_metres,
  }));
}

/** Positions and crossings in time order, one track per entity; `gapsAfter` marks points after which it is estimated. */
export function mapTracks(
  database: ReadableDatabase,
  scope: EventScope,
  gapMinutes: number,
  shutter: ShutterLabel,
) {
  const rows = database.all<{ from_seq: number; latitude: number; longitude: number; start_at: number }>(
    `SELECT event.from_seq, event.latitude, event.longitude, event.start_at ${scope.sql}
       AND event.latitude IS NOT NULL AND event.start_at IS NOT NULL AND event.from_seq IS NOT NULL AND event.type IN ('position', 'border_crossing', 'movement')
     ORDER BY event.from_seq, event.start_at`,
    ...scope.values,
  );
  const entities = entitiesBySeq(database, [...new Set(rows.map((row) => row.from_seq))], shutter);
  const tracks = new Map<
    number,
    { entityId: string; label: string; points: [number, number, number][]; gapsAfter: number[] }
  >();
  const members = membersOf(database);
  const inOrder = members.isEmpty ? rows : [...rows].sort((a, b) => a.start_at - b.start_at);
  for (const row of inOrder) {
    const entity = entities.get(row.from_seq);
    if (entity === undefined) continue;
    const track = tracks.get(members.leadOf(row.from_seq)) ?? {
      entityId: entity.id,
      label: entity.label,
      points: [],
      gapsAfter: [],
    };
    const last = track.points.at(-1);
    if (last !== undefined && row.start_at - last[2] > gapMinutes * 60_000)
      track.gapsAfter.push(track.points.length - 1);
    track.points.push([row.latitude, row.longitude, row.start_at]);
    tracks.set(members.leadOf(row.from_seq), track);
  }
  return { tracks: [...tracks.values()].filter((track) => track.points.length > 1) };
}
