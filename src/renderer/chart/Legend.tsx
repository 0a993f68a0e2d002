import type { ReactElement } from 'react';
import { STRENGTHS } from '../../core/model/link-types.ts';
import { EntitySign, gradeMeaning } from '../ui/index.ts';
import { useDesk, useMessages } from '../workspace/index.ts';
import { sheetLegend } from './export.ts';
import { PaintChoice } from './PaintChoice.tsx';
import { useChart } from './state.ts';
import { DASHES } from './style.ts';

/** What the shapes and lines mean; only what is on the chart. */
export function Legend(): ReactElement {
  const t = useMessages();
  useDesk();
  const paint = useChart((state) => state.paint);
  return (
    <aside className="chart-legend" aria-label={t('chart:legend')}>
      <PaintChoice />
      {sheetLegend().types.map((row) => (
        <div key={row.type}>
          <EntitySign type={row.type} />
          {row.name}
        </div>
      ))}
      {(paint?.legend ?? []).map((row) => (
        <div key={row.words} title={row.grade === null ? row.words : gradeMeaning(row.grade, t)}>
          <span
            className="paint-sample"
            style={{ borderTopColor: row.colour ?? 'currentColor' }}
            aria-hidden
          />
          {row.words}
        </div>
      ))}
      {STRENGTHS.map((strength) => (
        <div key={strength}>
          <svg width="22" height="18" viewBox="0 0 22 18" aria-hidden="true">
            <path
              d="M0 9H22"
              stroke="currentColor"
              strokeWidth="2"
              strokeLinecap="round"
              strokeDasharray={DASHES[strength].join(' ')}
            />
          </svg>
          {t(`types:strength.${strength}`)}
        </div>
      ))}
    </aside>
  );
}
