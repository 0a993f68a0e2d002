import type { ReactElement } from 'react';
import { RailCount } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { useFreshHits } from './use-kept.ts';

/** On the button of the search: hits of standing queries nobody has looked at. */
export function FreshCount(): ReactElement {
  const t = useMessages();
  const count = useFreshHits();
  return <RailCount of="search" count={count} title={t('search:standing.freshTitle', { count })} />;
}
