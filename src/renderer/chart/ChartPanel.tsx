import { type ReactElement, useEffect, useRef } from 'react';
import { registerCommands, useDesk, useMessages } from '../workspace/index.ts';
import './chart.css';
import { ActiveFilter } from './ActiveFilter.tsx';
import { ChartMenu } from './ChartMenu.tsx';
import { ChartToolbar } from './ChartToolbar.tsx';
import { chartCommands, selectionCommands } from './commands.ts';
import { EmptyChart } from './EmptyChart.tsx';
import { FilterBox } from './FilterBox.tsx';
import { GuardDialog } from './GuardDialog.tsx';
import { HoverCard } from './HoverCard.tsx';
import { Legend } from './Legend.tsx';
import { stopArranging } from './placing.ts';
import { closeNotice, useChart } from './state.ts';
import { useChartData, useChartView } from './use-chart-view.ts';

function Notice(): ReactElement | null {
  const t = useMessages();
  const { notice, work } = useChart();
  if (work !== null) {
    return (
      <div className="chart-notice" role="status">
        <span>{t(work === 'arranging' ? 'chart:work.arranging' : 'chart:work.loading')}</span>
        {work === 'arranging' && (
          <button type="button" className="button" onClick={stopArranging}>
            {t('chart:work.stop')}
          </button>
        )}
      </div>
    );
  }
  if (notice === null) return null;
  return (
    <div className="chart-notice" role={notice.error ? 'alert' : 'status'}>
      <span>{notice.text}</span>
      <button type="button" className="button" onClick={closeNotice}>
        {t('chart:notice.close')}
      </button>
    </div>
  );
}

/** The link chart of the open analysis file; fills its dock panel. */
export function ChartPanel(): ReactElement {
  const t = useMessages();
  const area = useRef<HTMLElement>(null);
  const container = useRef<HTMLDivElement>(null);
  useChartData();
  const hovered = useChartView(area, container, t);
  const { entities, hidden } = useDesk();
  const { legendOpen, filterOpen, question } = useChart();
  useEffect(() => registerCommands([...selectionCommands, ...chartCommands]), []);
  const empty = entities.size === 0;
  return (
    <div className="chart-panel">
      <ChartToolbar />
      <section
        ref={area}
        className="chart-area"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas takes the keys of the chart
        tabIndex={0}
        aria-label={t('chart:canvas', { count: entities.size - hidden.size })}
      >
        <div ref={container} className="chart-canvas" />
        {empty && <EmptyChart />}
      </section>
      <HoverCard id={hovered} />
      {!empty && legendOpen && <Legend />}
      {filterOpen ? <FilterBox /> : <ActiveFilter />}
      <Notice />
      <ChartMenu />
      {question !== null && <GuardDialog count={question.count} />}
    </div>
  );
}
