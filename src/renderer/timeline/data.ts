import { useEffect, useMemo, useState } from 'react';
import { evidenceOf, shownIds, useAsk, useDesk } from '../workspace/index.ts';
import { DETAIL_LIMIT } from './lanes.ts';
import type { Histogram, Lane } from './paint.ts';
import type { TimeRange } from './range.ts';

export const BUCKETS = 200;
/** The engine answers at most so many in one question. */
export const MOST_LANES = 500;
const WAIT = 120;

/** The value once it has stood still, so that a turning wheel asks the engine once. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), WAIT);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

export interface TimelineData {
  readonly extent: TimeRange | null;
  readonly undated: number;
  readonly histogram: Histogram | undefined;
  readonly lanes: readonly Lane[];
  readonly fetched: TimeRange | null;
  readonly error: string;
}
const NONE: readonly Lane[] = [];

/** The entities that have a lane, in the order of the lanes; null while nothing lies on the chart. */
export function useLaneIds(): readonly string[] | null {
  const { entities, filter, unstated } = useDesk();
  return useMemo(() => shownIds({ entities, filter, unstated }), [entities, filter, unstated]);
}

/** Counts of the whole range, and the lanes that are on the screen. */
export function useTimelineData(range: TimeRange | null, first: number, count: number): TimelineData {
  const fileId = useDesk((desk) => desk.fileId);
  const ids = useLaneIds();
  const fetched = useSettled(range);
  const laneIds = useMemo(
    () => (ids ?? []).slice(first, first + Math.min(count, MOST_LANES)),
    [ids, first, count],
  );
  const filter = useDesk((desk) => desk.filter);
  const said = evidenceOf(filter);
  const file = fileId === null ? null : { fileId, ...said, ...(ids === null ? {} : { entityIds: [...ids] }) };
  const asked = file === null || fetched === null ? null : { ...file, ...fetched, buckets: BUCKETS };
  const extent = useAsk('event.extent', file);
  const histogram = useAsk('event.histogram', asked);
  const lanesOf =
    asked === null || laneIds.length === 0
      ? null
      : { ...asked, entityIds: laneIds, detailLimit: DETAIL_LIMIT };
  const lanes = useAsk('event.lanes', lanesOf);
  const from = file === null ? null : (extent.data?.first ?? null);
  const to = extent.data?.last ?? null;
  return {
    extent: from === null || to === null ? null : { from, to },
    undated: file === null ? 0 : (extent.data?.undated ?? 0),
    histogram: asked === null ? undefined : histogram.data,
    lanes: lanesOf === null ? NONE : (lanes.data?.lanes ?? NONE),
    fetched,
    error: extent.error?.message ?? histogram.error?.message ?? lanes.error?.message ?? '',
  };
}
