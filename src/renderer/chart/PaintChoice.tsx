import type { ReactElement } from 'react';
import { PAINT_WAYS } from '../../contract/chart.ts';
import { Select } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { setPaint } from './acts.ts';
import { useChart } from './state.ts';

/** What colours and words beside the names tell: the type of a thing, its grades, or its sources. */
export function PaintChoice(): ReactElement {
  const t = useMessages();
  const way = useChart((state) => state.paintWay);
  return (
    <div className="paint-choice">
      <Select
        label={t('chart:paint.label')}
        value={way}
        choices={PAINT_WAYS.map((value) => ({ value, label: t(`chart:paint.${value}`) }))}
        onChange={(paintWay) => void setPaint(paintWay)}
      />
    </div>
  );
}
