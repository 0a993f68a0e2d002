import type { ReactElement } from 'react';
import { useMessages } from '../workspace/index.ts';
import { useFreshHits } from './use-kept.ts';
import './search.css';

/** On the button of the search: hits of standing queries nobody has looked at. */
export function FreshCount(): ReactElement | null {
  const t = useMessages();
  const count = useFreshHits();
  if (count === 0) return null;
  return (
    <span className="rail-count" title={t('search:standing.freshTitle', { count })}>
      {count > 99 ? '99+' : count}
    </span>
  );
}
