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

/** What stands behind each panel. */
export const PANELS = {
  explorer: panel(() => import('../casefile/index.ts').then((found) => found.ExplorerPanel)),
  chart: panel(() => import('../chart/index.ts').then((found) => found.ChartPanel)),
  inspector: panel(() => import('../inspector/index.ts').then((found) => found.InspectorPanel)),
  table: panel(() => import('../table/index.ts').then((found) => found.TablePanel)),
  search: panel(() => import('../search/index.ts').then((found) => found.SearchPanel)),
} as const satisfies Partial<Record<PanelId, FunctionComponent>>;
