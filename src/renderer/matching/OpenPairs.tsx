import type { ReactElement } from 'react';
import { RailCount } from '../ui/index.ts';
import { useAsk, useDesk, useMessages } from '../workspace/index.ts';

/** On the button of the panel: pairs that wait for a decision. */
export function OpenPairs(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const counts = useAsk('matching.counts', fileId === null ? null : { fileId });
  const count = fileId === null ? 0 : (counts.data?.open ?? 0);
  return <RailCount of="matching" count={count} title={t('matching:openPairs', { count })} />;
}
