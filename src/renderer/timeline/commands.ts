import { setFilter } from '../chart/index.ts';
import { type Command, useDesk } from '../workspace/index.ts';
import type { TimeRange } from './range.ts';
import { shownTimeline } from './state.ts';

/** The brush is the period of chart, map and table too; it belongs to the chart's filter, so undo takes it back. */
export function setPeriod(period: TimeRange | null): void {
  const { filter } = useDesk.getState();
  const next = period ?? { from: null, to: null };
  if (filter.period.from === next.from && filter.period.to === next.to) return;
  void setFilter({ ...filter, period: next });
}
const open = (): boolean => useDesk.getState().fileId !== null && shownTimeline() !== null;
function command(id: string, label: string, run: () => void): Command {
  return { id, label, menu: 'timeline', when: open, run };
}
export const timelineCommands: readonly Command[] = [
  command('timeline.fit', 'timeline:act.fit', () => shownTimeline()?.fit()),
  command('timeline.zoomIn', 'timeline:act.zoomIn', () => shownTimeline()?.zoomBy(0.5)),
  command('timeline.zoomOut', 'timeline:act.zoomOut', () => shownTimeline()?.zoomBy(2)),
  command('timeline.clear', 'timeline:act.clear', () => setPeriod(null)),
  command('timeline.exportPng', 'timeline:act.exportPng', () => shownTimeline()?.exportPng()),
  command('timeline.exportCsv', 'timeline:act.exportCsv', () => shownTimeline()?.exportCsv()),
];
