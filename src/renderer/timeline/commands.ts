import { type Command, useDesk } from '../workspace/index.ts';
import type { TimeRange } from './range.ts';
import { shownTimeline } from './state.ts';

/** The brush is the period of chart, map and table too. */
export function setPeriod(period: TimeRange | null): void {
  useDesk.setState(({ filter }) => ({ filter: { ...filter, period: period ?? { from: null, to: null } } }));
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
