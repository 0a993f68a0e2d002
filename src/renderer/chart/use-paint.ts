import { useEffect } from 'react';
import { evidenceOf, useAsk, useDesk } from '../workspace/index.ts';
import { paintOf } from './paint-evidence.ts';
import { useChart } from './state.ts';

/** Keeps the paint of the chart: asked for only while one looks at grades or sources. */
export function usePaint(): void {
  const way = useChart((state) => state.paintWay);
  const { fileId, entities, filter } = useDesk();
  const isAsked = way !== 'type' && fileId !== null && entities.size > 0;
  const stated = useAsk(
    'evidence.among',
    isAsked ? { fileId, entityIds: [...entities.keys()], ...evidenceOf(filter) } : null,
  );
  const { data } = stated;
  useEffect(() => {
    useChart.setState({ paint: isAsked && data !== undefined ? paintOf(way, data) : null });
  }, [way, isAsked, data]);
}
