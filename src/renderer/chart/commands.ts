import { PAINT_WAYS } from '../../contract/chart.ts';
import { type Command, select, showPanel, translate, useDesk, useSelection } from '../workspace/index.ts';
import {
  addToChart,
  collapse,
  expand,
  findPath,
  hide,
  newChart,
  redo,
  removeFromChart,
  selectedMembers,
  setPaint,
  showHidden,
  togglePin,
  undo,
} from './acts.ts';
import { shownView } from './canvas.ts';
import { isDrawn } from './elements.ts';
import { exportPng, exportSvg } from './export.ts';
import { arrangeAll, arrangeCircle } from './placing.ts';
import { toggleFilter, toggleLegend } from './state.ts';
import { inTurn } from './work.ts';

const some = (): boolean => selectedMembers().length > 0;
const filled = (): boolean => useDesk.getState().entities.size > 0;
const fileOpen = (): boolean => useDesk.getState().fileId !== null;

function drawnIds(): readonly string[] {
  const desk = useDesk.getState();
  return [...desk.entities.values()].filter((entity) => isDrawn(desk, entity)).map((entity) => entity.id);
}
function selectNeighbours(): void {
  const chosen = new Set(selectedMembers());
  const drawn = new Set(drawnIds());
  const near = useDesk.getState().links.flatMap((link) => {
    if (chosen.has(link.from)) return [link.to];
    return chosen.has(link.to) ? [link.from] : [];
  });
  select({ entityIds: [...new Set([...chosen, ...near.filter((id) => drawn.has(id))])] });
}
/** Everybody of the types that are selected now. */
function selectSameType(): void {
  const { entities } = useDesk.getState();
  const types = new Set(selectedMembers().map((id) => entities.get(id)?.type));
  select({ entityIds: drawnIds().filter((id) => types.has(entities.get(id)?.type)) });
}
function invert(): void {
  const chosen = new Set(useSelection.getState().entityIds);
  select({ entityIds: drawnIds().filter((id) => !chosen.has(id)) });
}
function pathBetweenSelected(): Promise<void> {
  const [from, to] = selectedMembers();
  return from === undefined || to === undefined ? Promise.resolve() : findPath(from, to);
}
function circleSelected(): Promise<void> {
  const chosen = selectedMembers();
  return inTurn(() => arrangeCircle(chosen.length > 1 ? chosen : drawnIds()));
}

type Row = readonly [
  id: string,
  label: string,
  shortcut: string | null,
  when: () => boolean,
  run: Command['run'],
];

/** Acts on what is selected: the head of the right-click menu. */
const SELECTION_ROWS: readonly Row[] = [
  ['chart.expand', 'chart:command.expand', 'E', some, () => expand(selectedMembers())],
  ['chart.collapse', 'chart:command.collapse', 'Shift+E', some, () => collapse(selectedMembers())],
  ['chart.hide', 'chart:command.hide', 'H', some, () => hide(selectedMembers())],
  ['chart.pin', 'chart:command.pin', 'P', some, () => togglePin(selectedMembers())],
  ['chart.remove', 'chart:command.remove', 'Delete', some, () => removeFromChart(selectedMembers())],
  ['chart.path', 'chart:command.path', 'Shift+P', () => selectedMembers().length === 2, pathBetweenSelected],
  ['chart.selectNeighbours', 'chart:command.selectNeighbours', 'Shift+N', some, selectNeighbours],
  ['chart.selectSameType', 'chart:command.selectSameType', 'Shift+T', some, selectSameType],
];
const CHART_ROWS: readonly Row[] = [
  ['chart.selectAll', 'chart:command.selectAll', 'Ctrl+A', filled, () => select({ entityIds: drawnIds() })],
  ['chart.invert', 'chart:command.invert', 'Ctrl+I', filled, invert],
  [
    'chart.showHidden',
    'chart:command.showHidden',
    'Shift+H',
    () => useDesk.getState().hidden.size > 0,
    showHidden,
  ],
  ['chart.fit', 'chart:command.fit', 'F', filled, () => shownView()?.fit()],
  ['chart.zoomIn', 'chart:command.zoomIn', '+', filled, () => shownView()?.zoomBy(1.3)],
  ['chart.zoomOut', 'chart:command.zoomOut', '-', filled, () => shownView()?.zoomBy(1 / 1.3)],
  ['chart.arrange', 'chart:command.arrange', 'Shift+A', filled, () => inTurn(arrangeAll)],
  ['chart.circle', 'chart:command.circle', 'Shift+C', filled, circleSelected],
  ['chart.filter', 'chart:command.filter', 'Shift+F', filled, toggleFilter],
  ...PAINT_WAYS.map(
    (paintWay): Row => [
      `chart.paint.${paintWay}`,
      `chart:command.paint.${paintWay}`,
      null,
      filled,
      () => setPaint(paintWay),
    ],
  ),
  ['chart.legend', 'chart:command.legend', null, filled, toggleLegend],
  ['chart.new', 'chart:command.new', null, fileOpen, () => newChart(translate('chart:newName'))],
  ['chart.exportPng', 'chart:command.exportPng', null, filled, exportPng],
  ['chart.exportSvg', 'chart:command.exportSvg', null, filled, exportSvg],
];
/** Selected in any view and not to be seen on the chart: not on it yet, or hidden. */
function selectedElsewhere(): readonly string[] {
  const { entities, hidden } = useDesk.getState();
  return useSelection.getState().entityIds.filter((id) => !entities.has(id) || hidden.has(id));
}
async function addSelected(): Promise<void> {
  await addToChart(selectedElsewhere());
  showPanel('chart');
}
const EDIT_ROWS: readonly Row[] = [
  [
    'chart.addSelected',
    'chart:command.addSelected',
    'A',
    () => fileOpen() && selectedElsewhere().length > 0,
    addSelected,
  ],
  ['edit.undo', 'chart:command.undo', 'Ctrl+Z', fileOpen, undo],
  ['edit.redo', 'chart:command.redo', 'Ctrl+Y', fileOpen, redo],
];

function records(rows: readonly Row[], menu: string): Command[] {
  return rows.map(([id, label, shortcut, when, run]) => ({
    id,
    label,
    menu,
    when,
    run,
    ...(shortcut === null ? {} : { shortcut }),
  }));
}
export const selectionCommands = records(SELECTION_ROWS, 'chart');
export const chartCommands = records(CHART_ROWS, 'chart');
export const editCommands = records(EDIT_ROWS, 'edit');
