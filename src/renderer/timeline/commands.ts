import { setPeriod } from '../chart/index.ts';
import { type Command, NO_FILTER, useDesk } from '../workspace/index.ts';
import { shownTimeline } from './state.ts';

const open = (): boolean => useDesk.getState().fileId !== null && shownTimeline() !== null;
function command(id: string, label: string, run: Command['run']): Command {
  return { id, label, menu: 'timeline', when: open, run };
}
/** The brush is the period of chart, map and table too. */
export function clearPeriod(): Promise<void> {
  return setPeriod(NO_FILTER.period);
}
export const timelineCommands: readonly Command[] = [
  command('timeline.fit', 'timeline:act.fit', () => shownTimeline()?.fit()),
  command('timeline.zoomIn', 'timeline:act.zoomIn', () => shownTimeline()?.zoomBy(0.5)),
  command('timeline.zoomOut', 'timeline:act.zoomOut', () => shownTimeline()?.zoomBy(2)),
  command('timeline.clear', 'timeline:act.clear', clearPeriod),
  command('timeline.exportPng', 'timeline:act.exportPng', () => shownTimeline()?.exportPng()),
  command('timeline.exportCsv', 'timeline:act.exportCsv', () => shownTimeline()?.exportCsv()),
];
