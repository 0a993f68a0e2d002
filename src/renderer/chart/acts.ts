import type { ChartFilter, ChartMember } from '../../contract/chart.ts';
import {
  call,
  dataChanged,
  evidenceOf,
  highlight,
  select,
  translate,
  useDesk,
  useSelection,
} from '../workspace/index.ts';
import { type ActLabel, changeChart, createChart, showChart } from './data.ts';
import { isDrawn } from './elements.ts';
import { collapseSet, EXPAND_LIMIT, type ExpandPlan, guardExpand } from './guard.ts';
import type { PaintWay } from './paint-evidence.ts';
import { addMembers } from './placing.ts';
import { say, useChart } from './state.ts';
import { inTurn, reasonOf } from './work.ts';

/** Adds entities to the open chart; makes a chart when the file has none. What stands keeps its place. */
export function addToChart(entityIds: readonly string[]): Promise<void> {
  return inTurn(async () => {
    const added = await addMembers('chart:act.add', entityIds);
    if (added.length > 0) select({ entityIds: added });
  });
}
export function openChart(chartId: string): Promise<void> {
  return inTurn(() => showChart(chartId));
}
export function newChart(name: string): Promise<void> {
  return inTurn(() => createChart(name));
}

/** Selected members that are drawn. */
export function selectedMembers(): readonly string[] {
  const desk = useDesk.getState();
  const { members } = useChart.getState();
  return useSelection.getState().entityIds.filter((id) => {
    const entity = desk.entities.get(id);
    return members[id] !== undefined && entity !== undefined && isDrawn(desk, entity);
  });
}

function neighbourQuery(entityIds: readonly string[]) {
  const { fileId, filter } = useDesk.getState();
  if (fileId === null) return null;
  return {
    fileId,
    entityIds: entityIds.slice(0, EXPAND_LIMIT),
    period: filter.period,
    ...evidenceOf(filter),
    ...(filter.linkTypes === null ? {} : { linkTypes: filter.linkTypes }),
    exclude: Object.keys(useChart.getState().members),
  };
}

/** Brings the neighbours of these entities; asks first when they are a crowd. */
export function expand(entityIds: readonly string[]): Promise<void> {
  return inTurn(async () => {
    const query = entityIds.length === 0 ? null : neighbourQuery(entityIds);
    if (query === null) return;
    const guard = guardExpand(await call('chart.neighbourCount', query));
    if (guard.kind === 'nothing') say(translate('chart:guard.nothing'));
    else if (guard.kind === 'ask') useChart.setState({ question: { entityIds, count: guard.count } });
    else await bring(entityIds, guard.plan);
  });
}

async function bring(entityIds: readonly string[], plan: ExpandPlan): Promise<void> {
  const query = neighbourQuery(entityIds);
  if (query === null) return;
  const limit = Math.min(plan.limit, EXPAND_LIMIT);
  const found = await call('chart.expand', {
    ...query,
    ...(plan.linkTypes ? { linkTypes: [...plan.linkTypes] } : {}),
    limit,
  });
  const asked = new Set(entityIds);
  const added = await addMembers(
    'chart:act.expand',
    found.entities.map(({ id }) => id).filter((id) => !asked.has(id)),
  );
  const brought = new Map(useChart.getState().brought);
  for (const id of entityIds) brought.set(id, [...(brought.get(id) ?? []), ...added]);
  useChart.setState({ brought });
  // What an answer pointed at would leave the newcomers pale.
  if (added.length > 0) highlight({ entityIds: [], linkKeys: [] });
  if (found.total > added.length && added.length > 0) {
    say(translate('chart:guard.part', { added: added.length, total: found.total }));
  }
}

/** The answer to the crowd question: what to bring, or null to leave it. */
export function answerQuestion(plan: ExpandPlan | null): Promise<void> {
  const question = useChart.getState().question;
  useChart.setState({ question: null });
  if (question === null || plan === null) return Promise.resolve();
  return inTurn(() => bring(question.entityIds, plan));
}

export function collapse(entityIds: readonly string[]): Promise<void> {
  return inTurn(async () => {
    const { members, brought } = useChart.getState();
    const ids = new Set(Object.keys(members));
    const pairs = useDesk.getState().links.map((link) => [link.from, link.to] as const);
    const gone = new Set(entityIds.flatMap((id) => collapseSet(id, brought.get(id), ids, pairs)));
    for (const id of entityIds) gone.delete(id);
    if (gone.size === 0) say(translate('chart:guard.nothingToCollapse'));
    else await takeAway('chart:act.collapse', [...gone]);
    const left = new Map([...brought].filter(([id]) => !entityIds.includes(id)));
    useChart.setState({ brought: left });
  });
}

async function takeAway(label: ActLabel, ids: readonly string[]): Promise<void> {
  await changeChart(label, ids.length, { members: Object.fromEntries(ids.map((id) => [id, null])) });
  const gone = new Set(ids);
  const { entities, links } = useDesk.getState();
  useDesk.setState({
    entities: new Map([...entities].filter(([id]) => !gone.has(id))),
    links: links.filter((link) => !gone.has(link.from) && !gone.has(link.to)),
  });
}

export function removeFromChart(ids: readonly string[]): Promise<void> {
  return inTurn(async () => {
    if (ids.length === 0) return;
    await takeAway('chart:act.remove', ids);
    select({});
  });
}

function changeEach(label: ActLabel, ids: readonly string[], change: Partial<ChartMember>): Promise<void> {
  return inTurn(async () => {
    const { members } = useChart.getState();
    const changed = ids.flatMap((id) => (members[id] ? [[id, { ...members[id], ...change }] as const] : []));
    if (changed.length > 0)
      await changeChart(label, changed.length, { members: Object.fromEntries(changed) });
  });
}
export async function hide(ids: readonly string[]): Promise<void> {
  await changeEach('chart:act.hide', ids, { hidden: true });
  select({});
}
export function showHidden(): Promise<void> {
  return changeEach('chart:act.showHidden', [...useDesk.getState().hidden], { hidden: false });
}
/** Pins them; when all are pinned already, lets them go. */
export function togglePin(ids: readonly string[]): Promise<void> {
  const { members } = useChart.getState();
  const all = ids.every((id) => members[id]?.pinned === true);
  return all
    ? changeEach('chart:act.unpin', ids, { pinned: false })
    : changeEach('chart:act.pin', ids, { pinned: true });
}

/** Shown at once; the journal follows, in its turn. One that could not be stored gives way to the one that is. */
export function setFilter(filter: ChartFilter): Promise<void> {
  useDesk.setState({ filter });
  return inTurn(async () => {
    try {
      await changeChart('chart:act.filter', 1, { filter });
    } catch (error) {
      // A later choice of the person is on its way and stands until its own turn.
      if (useDesk.getState().filter === filter)
        useDesk.setState({ filter: useChart.getState().storedFilter });
      const text = translate('chart:filter.notStored', { reason: reasonOf(error) });
      useChart.setState({ notice: { text, error: true } });
    }
  });
}

/** What the colours tell, kept with the chart; with no chart yet it holds for the picture alone. */
export function setPaint(paintWay: PaintWay): Promise<void> {
  useChart.setState({ paintWay });
  return inTurn(() => changeChart('chart:act.paint', 1, { style: { paint: paintWay } }));
}

/** Narrows every view to what one source said. */
export function showOnlySource(sourceId: string): Promise<void> {
  return setFilter({ ...useDesk.getState().filter, sources: [sourceId] });
}

/** The brush of the timeline: a part of the chart's filter, so that undo takes it back and an unlock finds it again. */
export function setPeriod(period: ChartFilter['period']): Promise<void> {
  const { filter } = useDesk.getState();
  if (filter.period.from === period.from && filter.period.to === period.to) return Promise.resolve();
  return setFilter({ ...filter, period });
}

/** Shortest path between two entities, brought to the chart and highlighted. */
export function findPath(from: string, to: string): Promise<void> {
  return inTurn(async () => {
    const { fileId, filter } = useDesk.getState();
    if (fileId === null) return;
    const linkTypes = filter.linkTypes === null ? {} : { linkTypes: filter.linkTypes };
    const found = await call('ask.path', {
      fileId,
      from,
      to,
      ...linkTypes,
      period: filter.period,
      maximumSteps: 8,
    });
    if (found.highlight.entityIds.length > 0) await addMembers('chart:act.path', found.highlight.entityIds);
    highlight(found.highlight);
    say(translate(found.sentence.key, found.sentence.params));
  });
}

/** Undo and redo of the file's newest act; every view reloads through the desk's revision. */
export function undo(): Promise<void> {
  return inTurn(() => step('journal.undo'));
}
export function redo(): Promise<void> {
  return inTurn(() => step('journal.redo'));
}
async function step(method: 'journal.undo' | 'journal.redo'): Promise<void> {
  const { fileId } = useDesk.getState();
  if (fileId === null) return;
  await call(method, { fileId });
  dataChanged();
}
