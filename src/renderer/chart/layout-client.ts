import type { LayoutInput, Point } from './layout.ts';

let running: Worker | null = null;
let stop: (() => void) | null = null;

/** Stops the arrangement that is running, if any; its promise answers null. */
export function cancelArrange(): void {
  running?.terminate();
  running = null;
  stop?.();
  stop = null;
}

/** Arranges in a worker so that the screen never waits; null when it was cancelled. */
export function arrangeInWorker(input: LayoutInput): Promise<ReadonlyMap<string, Point> | null> {
  cancelArrange();
  const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
  running = worker;
  return new Promise((resolve, reject) => {
    stop = () => resolve(null);
    worker.onmessage = (event: MessageEvent<[string, Point][]>) => {
      worker.terminate();
      if (running === worker) running = null;
      resolve(new Map(event.data));
    };
    worker.onerror = (event) => {
      worker.terminate();
      if (running === worker) running = null;
      reject(new Error(event.message));
    };
    worker.postMessage(input);
  });
}
