import type { DockviewApi } from 'dockview-react';
import { type PanelId, translate } from '../workspace/index.ts';

/** Where the arrangement of panels is kept: names and sizes only, nothing of a case. */
const KEY = 'layout-1';

let dock: DockviewApi | null = null;

/** Beside which panel one opens that is not there: its group when that panel is open, otherwise the first group. */
const HOME: Readonly<Record<PanelId, PanelId>> = {
  explorer: 'search',
  search: 'explorer',
  chart: 'table',
  table: 'chart',
  questions: 'chart',
  import: 'chart',
  exchange: 'chart',
  audit: 'chart',
  sources: 'chart',
  people: 'chart',
  lists: 'chart',
  matching: 'chart',
  journal: 'chart',
  training: 'inspector',
  inspector: 'training',
  map: 'timeline',
  timeline: 'map',
};

const title = (id: PanelId): string => translate(`common:panel.${id}`);

function arrange(api: DockviewApi): void {
  const add = (id: PanelId, rest: object): void => {
    api.addPanel({ id, component: id, title: title(id), ...rest });
  };
  add('chart', {});
  add('explorer', { position: { referencePanel: 'chart', direction: 'left' }, initialWidth: 240 });
  add('inspector', { position: { referencePanel: 'chart', direction: 'right' }, initialWidth: 320 });
  add('timeline', {
    position: { referencePanel: 'chart', direction: 'below' },
    initialHeight: Math.round(api.height * 0.38),
  });
  add('map', { position: { referencePanel: 'timeline', direction: 'right' } });
  add('table', { position: { referencePanel: 'chart', direction: 'within' }, inactive: true });
  add('questions', { position: { referencePanel: 'chart', direction: 'within' }, inactive: true });
  api.getPanel('chart')?.api.setActive();
}

/** Takes the arrangement as it was left; a broken or older one gives way to the first arrangement. */
export function startLayout(api: DockviewApi): void {
  dock = api;
  const kept = localStorage.getItem(KEY);
  try {
    if (kept === null) arrange(api);
    else api.fromJSON(JSON.parse(kept));
  } catch {
    api.clear();
    arrange(api);
  }
  api.onDidLayoutChange(() => {
    if (dock === api && api.totalPanels > 0) localStorage.setItem(KEY, JSON.stringify(api.toJSON()));
  });
}
export function stopLayout(): void {
  dock = null;
}
export function resetLayout(): void {
  localStorage.removeItem(KEY);
  dock?.clear();
  if (dock !== null) arrange(dock);
}

export function closeActivePanel(): void {
  dock?.activePanel?.api.close();
}

/** Brings the panel to the front, opening it beside its kin when it is closed. */
export function openPanel(id: PanelId): void {
  if (dock === null) return;
  const there = dock.getPanel(id);
  if (there !== undefined) {
    there.api.setActive();
    return;
  }
  const kin = dock.getPanel(HOME[id]);
  const position =
    kin === undefined ? {} : { position: { referencePanel: kin, direction: 'within' as const } };
  dock.addPanel({ id, component: id, title: title(id), ...position });
}
