import type { ChartChange } from '../../contract/chart.ts';
import type { EntitySummary } from '../../contract/terms.ts';
import {
  call,
  EMPTY_DESK,
  evidenceOf,
  isNarrowed,
  NO_FILTER,
  translate,
  useDesk,
} from '../workspace/index.ts';
import { acceptChart, useChart } from './state.ts';

/** The key of the journal's label; the store keeps it without the namespace. */
export type ActLabel = `chart:act.${string}`;

export async function changeChart(label: ActLabel, count: number, change: ChartChange): Promise<void> {
  const chartId = useDesk.getState().chartId;
  if (chartId === null) return;
  const reply = await call('chart.change', { chartId, label: label.replace('chart:', ''), count, change });
  acceptChart(reply.chart);
}

/** Entities and lines of these members within the period of the desk; null where no file is open. */
export async function fetchData(entityIds: readonly string[]) {
  const { fileId, filter } = useDesk.getState();
  if (fileId === null) return null;
  if (entityIds.length === 0) return { entities: [], links: [], unstated: [] };
  const narrowed = { period: filter.period, ...evidenceOf(filter) };
  return call('chart.data', { fileId, entityIds: [...entityIds], ...narrowed });
}

export function byId(entities: readonly EntitySummary[]): ReadonlyMap<string, EntitySummary> {
  return new Map(entities.map((entity) => [entity.id, entity]));
}

/** What was read becomes what lies on the desk. */
export function acceptData(data: NonNullable<Awaited<ReturnType<typeof fetchData>>>): void {
  const { entities, links, unstated } = data;
  useDesk.setState({ entities: byId(entities), links, unstated: new Set(unstated) });
}

/** Reads entities and lines of the present members again: after the period, the data or the members changed. */
export async function reloadData(): Promise<void> {
  const data = await fetchData(Object.keys(useChart.getState().members));
  if (data) acceptData(data);
}

export async function reloadChart(): Promise<void> {
  const { chartId, fileId } = useDesk.getState();
  if (chartId === null || fileId === null) return;
  const { charts } = await call('chart.list', { fileId });
  if (charts.some((chart) => chart.id === chartId)) await showChart(chartId);
  else if (!(await openNewest())) leaveChart();
}

/** The open chart is gone, for one because its making was undone. */
function leaveChart(): void {
  useChart.setState({ name: '', members: {}, brought: new Map() });
  const { entities, links, unstated, hidden } = EMPTY_DESK;
  useDesk.setState({ chartId: null, entities, links, unstated, hidden, filter: NO_FILTER });
}

export async function showChart(chartId: string): Promise<void> {
  const brought = useDesk.getState().chartId === chartId ? useChart.getState().brought : new Map();
  useChart.setState({ work: 'loading', brought });
  acceptChart(await call('chart.get', { chartId }));
  await reloadData();
}

export async function createChart(name: string): Promise<void> {
  const { fileId, chartId, filter } = useDesk.getState();
  if (fileId === null) return;
  acceptChart(await call('chart.create', { fileId, name }));
  useChart.setState({ brought: new Map() });
  useDesk.setState({ entities: new Map(), links: [] });
  // What was narrowed while there was no chart to keep it stays narrowed.
  if (chartId === null && isNarrowed(filter)) await changeChart('chart:act.filter', 1, { filter });
}

/** The chart to put things on: the open one, else the newest of the file, else a new one. */
export async function ensureChart(): Promise<boolean> {
  const { fileId, chartId } = useDesk.getState();
  if (fileId === null) return false;
  if (chartId !== null) return true;
  if (!(await openNewest())) await createChart(translate('chart:firstName'));
  return useDesk.getState().chartId !== null;
}

export async function openNewest(): Promise<boolean> {
  const fileId = useDesk.getState().fileId;
  if (fileId === null) return false;
  const { charts } = await call('chart.list', { fileId });
  const newest = charts.at(-1);
  if (newest === undefined) return false;
  await showChart(newest.id);
  return true;
}
