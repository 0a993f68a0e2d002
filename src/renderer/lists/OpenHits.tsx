import type { ReactElement } from 'react';
import { RailCount } from '../ui/index.ts';
import { useDesk, useMessages } from '../workspace/index.ts';
import { useOpenHits } from './open-hits.ts';

/** On the button of the panel: hits that wait for a decision. */
export function OpenHits(): ReactElement {
  const t = useMessages();
  const count = useOpenHits(useDesk((desk) => desk.fileId));
  return <RailCount of="lists" count={count} title={t('lists:openHits', { count })} />;
}
