import { useMemo, useState } from 'react';
import { formatNumber } from '../ui/index.ts';
import { language, useDesk, useMessages, useSelection } from '../workspace/index.ts';
import { useLaneIds, useTimelineData } from './data.ts';
import { LANE_HEIGHT, lanesInView } from './lanes.ts';
import { AXIS, HISTOGRAM, highest, LABELS, type Picture } from './paint.ts';
import { padded, type TimeRange } from './range.ts';
import { edgeDate, zoneTicks } from './ticks.ts';
import type { AreaSize } from './use-area.ts';

export interface View {
  /** Null: all time there is. */
  readonly range: TimeRange | null;
  readonly scrolled: number;
  /** The period while it is being drawn. */
  readonly brush: TimeRange | null;
}

/** All time of the events, kept while a new answer is on its way. */
function useKnown(extent: TimeRange | null): [TimeRange | null, (extent: TimeRange | null) => void] {
  const [known, setKnown] = useState<TimeRange | null>(extent);
  const take = (found: TimeRange | null): void => {
    const span = found === null ? null : padded(found.from, found.to);
    if (span?.from !== known?.from || span?.to !== known?.to) setKnown(span);
  };
  return [known, take];
}

/** What is to be painted for this view, null where there is nothing with a date; and what stands beside it. */
export function usePicture(view: View, size: AreaSize) {
  const t = useMessages();
  const { filter, timeZone } = useDesk();
  const { eventIds, entityIds } = useSelection();
  const lanes = useLaneIds()?.length ?? 0;
  const { first, count } = lanesInView(view.scrolled, size.height - HISTOGRAM - AXIS, lanes);
  const [known, setKnown] = useKnown(null);
  const range = view.range ?? known;
  const data = useTimelineData(range, first, count);
  setKnown(data.extent);
  const plot = Math.max(1, size.width - LABELS);
  const period = view.brush ?? filter.period;
  const { fetched, histogram, lanes: drawn } = data;
  const picture = useMemo<Picture | null>(() => {
    if (range === null) return null;
    const lang = language();
    const most = { count: formatNumber(highest(histogram), lang) };
    return {
      ...size,
      names: LABELS,
      range,
      fetched: fetched ?? range,
      histogram,
      lanes: drawn,
      offset: view.scrolled - first * LANE_HEIGHT,
      ticks: zoneTicks(range, timeZone, plot, lang),
      words: {
        scale: [t('timeline:histogram.most', most), t('timeline:histogram.scale')],
        date: edgeDate(range, timeZone, plot, lang),
      },
      period,
      selectedEvents: new Set(eventIds),
      selectedEntities: new Set(entityIds),
    };
  }, [
    size,
    range,
    fetched,
    histogram,
    drawn,
    view.scrolled,
    first,
    timeZone,
    plot,
    t,
    period,
    eventIds,
    entityIds,
  ]);
  return { picture, range, plot, laneCount: lanes, undated: data.undated, error: data.error };
}
