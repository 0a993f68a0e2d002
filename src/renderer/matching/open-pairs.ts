import { useAsk, useDesk } from '../workspace/index.ts';

/** How many pairs wait for a decision; 0 while that is not known. */
export function useOpenPairs(): number {
  const fileId = useDesk((desk) => desk.fileId);
  const counts = useAsk('matching.counts', fileId === null ? null : { fileId });
  return fileId === null ? 0 : (counts.data?.open ?? 0);
}
