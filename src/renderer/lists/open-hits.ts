import { useEffect } from 'react';
import { dataChanged, useAsk, useDesk, watchJob } from '../workspace/index.ts';

/** Jobs somebody in this window waits for: asked for by several views, heard once. */
const heard = new Set<string>();

/** Follows a comparison; what it found is asked for anew everywhere. */
export function followMatch(jobId: string): void {
  if (heard.has(jobId)) return;
  heard.add(jobId);
  watchJob(jobId, () => {
    heard.delete(jobId);
    dataChanged();
  });
}

/** Open hits of the file. Asking also has the lists compared with whatever changed, so it is asked after every change. */
export function useOpenHits(fileId: string | null): number {
  const asked = useAsk('list.refresh', fileId === null ? null : { fileId });
  const isOpen = useDesk((desk) => desk.fileId !== null);
  const jobId = asked.data?.jobId ?? null;
  useEffect(() => {
    if (jobId !== null) followMatch(jobId);
  }, [jobId]);
  return isOpen ? (asked.data?.open ?? 0) : 0;
}
