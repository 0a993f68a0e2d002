import { type ComponentType, type FunctionComponent, lazy, type ReactElement } from 'react';
import { ViewMarking } from '../ui/index.ts';
import type { PanelId } from '../workspace/index.ts';
import { PanelFrame } from './PanelFrame.tsx';

/** A view of the case with its marking at the foot. */
function Marked({ View }: { readonly View: ComponentType }): ReactElement {
  return (
    <div className="marked-view">
      <div className="marked-content">
        <View />
      </div>
      <ViewMarking />
    </div>
  );
}

/** A view is fetched from the program's own files when its panel is first shown. */
function panel(load: () => Promise<ComponentType>, marked = false): FunctionComponent {
  const View = lazy(() => load().then((view) => ({ default: view })));
  return () => <PanelFrame>{marked ? <Marked View={View} /> : <View />}</PanelFrame>;
}

/** What stands behind each panel. */
export const PANELS = {
  explorer: panel(() => import('../casefile/index.ts').then((found) => found.ExplorerPanel)),
  chart: panel(() => import('../chart/index.ts').then((found) => found.ChartPanel), true),
  map: panel(() => import('../map/index.ts').then((found) => found.MapPanel), true),
  timeline: panel(() => import('../timeline/index.ts').then((found) => found.TimelinePanel), true),
  inspector: panel(() => import('../inspector/index.ts').then((found) => found.InspectorPanel)),
  table: panel(() => import('../table/index.ts').then((found) => found.TablePanel)),
  search: panel(() => import('../search/index.ts').then((found) => found.SearchPanel)),
  questions: panel(() => import('../questions/index.ts').then((found) => found.QuestionPanel)),
  import: panel(() => import('../import/index.ts').then((found) => found.ImportPanel)),
  exchange: panel(() => import('../exchange/index.ts').then((found) => found.ExchangePanel)),
  training: panel(() => import('../training/index.ts').then((found) => found.TrainingPanel)),
  sources: panel(() => import('../sources/index.ts').then((found) => found.SourcesPanel)),
  people: panel(() => import('../people/index.ts').then((found) => found.PeoplePanel)),
  lists: panel(() => import('../lists/index.ts').then((found) => found.ListsPanel)),
  matching: panel(() => import('../matching/index.ts').then((found) => found.MatchingPanel)),
  journal: panel(() => import('../journal/index.ts').then((found) => found.JournalPanel)),
  audit: panel(() => import('../audit/index.ts').then((found) => found.AuditPanel)),
} as const satisfies Record<PanelId, FunctionComponent>;
