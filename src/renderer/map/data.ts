import { useMemo } from 'react';
import type { MapPoint } from '../../contract/events.ts';
import { evidenceOf, shownIds, useAsk, useDesk } from '../workspace/index.ts';
import type { Track } from './paint-data.ts';
import { useMapChoices } from './state.ts';

const MOST_POINTS = 100_000;
const GAP_MINUTES = 60;

export interface MapData {
  readonly points: readonly MapPoint[];
  readonly tracks: readonly Track[];
  readonly total: number;
  readonly error: string;
}
const NO_POINTS: readonly MapPoint[] = [];
const NO_TRACKS: readonly Track[] = [];

/** What the map shows: of the working set within the brushed period, or of the whole file while nothing is on the chart. */
export function useMapData(): MapData {
  const { fileId, entities, filter, unstated } = useDesk();
  const tracksOn = useMapChoices((choices) => choices.tracks);
  const input = useMemo(() => {
    if (fileId === null) return null;
    const entityIds = shownIds({ entities, filter, unstated });
    const narrowed = { period: filter.period, ...evidenceOf(filter) };
    return { fileId, ...narrowed, ...(entityIds === null ? {} : { entityIds: [...entityIds] }) };
  }, [fileId, entities, filter, unstated]);
  const points = useAsk('map.points', input === null ? null : { ...input, limit: MOST_POINTS });
  const tracks = useAsk(
    'map.tracks',
    input === null || !tracksOn ? null : { ...input, gapMinutes: GAP_MINUTES },
  );
  const none = fileId === null;
  return {
    points: none ? NO_POINTS : (points.data?.points ?? NO_POINTS),
    tracks: none || !tracksOn ? NO_TRACKS : (tracks.data?.tracks ?? NO_TRACKS),
    total: none ? 0 : (points.data?.total ?? 0),
    error: points.error?.message ?? tracks.error?.message ?? '',
  };
}
