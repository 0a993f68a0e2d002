import type { ChartMember } from '../../contract/chart.ts';
import { translate, useDesk } from '../workspace/index.ts';
import { type ActLabel, acceptData, changeChart, ensureChart, fetchData } from './data.ts';
import type { Members } from './elements.ts';
import { circle, type Point } from './layout.ts';
import { arrangeInWorker, cancelArrange } from './layout-client.ts';
import { say, useChart } from './state.ts';

/** A chart is a working set, not the case: more cannot be read by a person. */
const MEMBER_LIMIT = 5000;

function moved(members: Members, places: ReadonlyMap<string, Point>): Record<string, ChartMember> {
  const change: Record<string, ChartMember> = {};
  for (const [id, { x, y }] of places) {
    change[id] = { ...members[id], x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 };
  }
  return change;
}

/**
 * Adds entities beside what stands; nothing that was placed moves. Answers the ids that are new on the chart.
 * Hidden ones that are asked for become visible again.
 */
export async function addMembers(label: ActLabel, entityIds: readonly string[]): Promise<readonly string[]> {
  if (!(await ensureChart())) return [];
  const members = useChart.getState().members;
  const fresh = [...new Set(entityIds)].filter((id) => members[id] === undefined);
  const back = entityIds.filter((id) => members[id]?.hidden === true);
  if (fresh.length + back.length === 0) return [];
  if (Object.keys(members).length + fresh.length > MEMBER_LIMIT) {
    say(translate('chart:error.tooMany', { limit: MEMBER_LIMIT }));
    return [];
  }
  useChart.setState({ work: 'arranging' });
  const data = await fetchData([...Object.keys(members), ...fresh]);
  if (!data) return [];
  const known = new Set(data.entities.map((entity) => entity.id));
  const wanted = new Set(fresh.filter((id) => known.has(id)));
  const nodes = data.entities.map(({ id }) => ({
    id,
    x: members[id]?.x ?? 0,
    y: members[id]?.y ?? 0,
    fixed: !wanted.has(id),
  }));
  const places = await arrangeInWorker({
    nodes,
    lines: data.links.map((link) => [link.from, link.to] as const),
  });
  if (places === null) return [];
  const shown = Object.fromEntries(
    back.flatMap((id) => (members[id] ? [[id, { ...members[id], hidden: false }]] : [])),
  );
  await changeChart(label, wanted.size + back.length, { members: { ...moved(members, places), ...shown } });
  acceptData(data);
  return [...wanted];
}

/** Lays the visible members out anew; pinned ones stay where they are. */
export async function arrangeAll(): Promise<void> {
  const members = useChart.getState().members;
  const { entities, links, hidden } = useDesk.getState();
  const ids = [...entities.keys()].filter((id) => members[id] !== undefined && !hidden.has(id));
  useChart.setState({ work: 'arranging' });
  const nodes = ids.map((id) => ({
    id,
    x: members[id]?.x ?? 0,
    y: members[id]?.y ?? 0,
    fixed: members[id]?.pinned === true,
  }));
  const places = await arrangeInWorker({ nodes, lines: links.map((link) => [link.from, link.to] as const) });
  if (places === null || places.size === 0) return;
  await changeChart('chart:act.arrange', places.size, { members: moved(members, places) });
}

/** Puts these members (pinned ones excepted) on one circle around their middle. */
export async function arrangeCircle(ids: readonly string[]): Promise<void> {
  const members = useChart.getState().members;
  const free = ids.filter((id) => members[id] !== undefined && members[id].pinned !== true);
  if (free.length < 2) return;
  const centre = {
    x: free.reduce((sum, id) => sum + (members[id]?.x ?? 0), 0) / free.length,
    y: free.reduce((sum, id) => sum + (members[id]?.y ?? 0), 0) / free.length,
  };
  await changeChart('chart:act.circle', free.length, { members: moved(members, circle(free, centre)) });
}

/** Stores where the person dragged them. */
export async function moveMembers(places: ReadonlyMap<string, Point>): Promise<void> {
  await changeChart('chart:act.move', places.size, { members: moved(useChart.getState().members, places) });
}

export function stopArranging(): void {
  cancelArrange();
  useChart.setState({ work: null });
}
