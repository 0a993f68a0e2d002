import { type ComponentType, type FunctionComponent, lazy } from 'react';
import type { PanelId } from '../workspace/index.ts';
import { PanelFrame } from './PanelFrame.tsx';

/** A view is fetched from the program's own files when its panel is first shown. */
function panel(load: () => Promise<ComponentType>): FunctionComponent {
  const View = lazy(() => load().then((view) => ({ default: view })));
  return () => (
    <PanelFrame>
      <View />
    </PanelFrame>
  );
}

const others = import.meta.glob<Record<string, ComponentType>>(
  '../{map,timeline,questions,import,exchange,training}/index.ts',
);
async function other(folder: string, name: string): Promise<ComponentType> {
  const view = (await others[`../${folder}/index.ts`]?.())?.[name];
  if (view === undefined) throw new Error(name);
  return view;
}

/** What stands behind each panel. */
export const PANELS = {
  explorer: panel(() => import('../casefile/index.ts').then((found) => found.ExplorerPanel)),
  chart: panel(() => import('../chart/index.ts').then((found) => found.ChartPanel)),
  inspector: panel(() => import('../inspector/index.ts').then((found) => found.InspectorPanel)),
  table: panel(() => import('../table/index.ts').then((found) => found.TablePanel)),
  search: panel(() => import('../search/index.ts').then((found) => found.SearchPanel)),
  map: panel(() => other('map', 'MapPanel')),
  timeline: panel(() => other('timeline', 'TimelinePanel')),
  questions: panel(() => other('questions', 'QuestionPanel')),
  import: panel(() => other('import', 'ImportPanel')),
  exchange: panel(() => other('exchange', 'ExchangePanel')),
  training: panel(() => other('training', 'TrainingPanel')),
} as const satisfies Record<PanelId, FunctionComponent>;
