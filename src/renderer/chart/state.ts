import { create } from 'zustand';
import type { Chart, ChartFilter } from '../../contract/chart.ts';
import { NO_FILTER, useDesk } from '../workspace/index.ts';
import type { Members } from './elements.ts';
import type { NeighbourCount } from './guard.ts';
import type { Paint, PaintWay } from './paint-evidence.ts';

/** What only the chart panel knows; everything the other views need lies on the desk. */
export interface ChartState {
  readonly name: string;
  readonly members: Members;
  /** The filter stored with the chart; the desk's may be a step ahead while it is on its way. */
  readonly storedFilter: ChartFilter;
  readonly work: 'loading' | 'arranging' | null;
  /** A sentence for the person: an answer or an error, until closed. */
  readonly notice: { readonly text: string; readonly error: boolean } | null;
  readonly question: { readonly entityIds: readonly string[]; readonly count: NeighbourCount } | null;
  readonly filterOpen: boolean;
  readonly legendOpen: boolean;
  readonly menu: { readonly x: number; readonly y: number } | null;
  /** What each expand of this session brought, by the entity expanded. */
  readonly brought: ReadonlyMap<string, readonly string[]>;
  readonly paintWay: PaintWay;
  /** What the evidence adds to the picture; null while types alone are shown. */
  readonly paint: Paint | null;
}

const EMPTY_CHART: ChartState = {
  name: '',
  members: {},
  storedFilter: NO_FILTER,
  work: null,
  notice: null,
  question: null,
  filterOpen: false,
  legendOpen: true,
  menu: null,
  brought: new Map(),
  paintWay: 'type',
  paint: null,
};

export const useChart = create<ChartState>(() => EMPTY_CHART);

/** Another file: nothing of the former chart stays. */
useDesk.subscribe((desk, before) => {
  if (desk.fileId !== before.fileId || desk.fileId === null) useChart.setState(EMPTY_CHART);
});

export function say(text: string): void {
  useChart.setState({ notice: { text, error: false } });
}
export function closeNotice(): void {
  useChart.setState({ notice: null });
}
export function openMenu(at: ChartState['menu']): void {
  useChart.setState({ menu: at });
}
export function toggleFilter(): void {
  useChart.setState((state) => ({ filterOpen: !state.filterOpen }));
}
export function toggleLegend(): void {
  useChart.setState((state) => ({ legendOpen: !state.legendOpen }));
}

function hiddenOf(members: Members): ReadonlySet<string> {
  return new Set(Object.keys(members).filter((id) => members[id]?.hidden === true));
}

/** Takes over what the engine says the chart is; the desk and the panel change together. */
export function acceptChart(chart: Chart): void {
  const desk = useDesk.getState();
  const stored = useChart.getState().storedFilter.period;
  const { period } = chart.filter;
  const same = desk.chartId === chart.id && stored.from === period.from && stored.to === period.to;
  useChart.setState({
    name: chart.name,
    members: chart.members,
    storedFilter: chart.filter,
    paintWay: chart.style.paint,
  });
  useDesk.setState({
    chartId: chart.id,
    hidden: hiddenOf(chart.members),
    filter: { ...chart.filter, period: same ? desk.filter.period : period },
  });
}
