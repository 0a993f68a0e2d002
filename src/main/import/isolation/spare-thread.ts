import { Worker } from 'node:worker_threads';

/** Beside this file as source and, in the built program, beside the part it is bundled into. */
const READER_WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './reader-worker.ts' : './reader-worker.js',
  import.meta.url,
);
const KEPT_MS = 60_000;
/**
 * At its limit a thread gets 32 MB more to end in. What is young moves over at once; were it more than that, the whole
 * program would be aborted instead of the thread.
 */
const YOUNG_MEGABYTES = 16;

/** What a thread is made with. */
export interface ThreadMake {
  /** For objects and text of the reader. */
  readonly heapMegabytes: number;
  /** The script, where it is not the program's own. */
  readonly worker?: URL;
}

interface Spare {
  readonly worker: Worker;
  readonly heapMegabytes: number;
  readonly clock: NodeJS.Timeout;
}

/** Files one thread may read one after the other: what little each leaves behind ends with it. */
const MOST_USES = 100;
const uses = new WeakMap<Worker, number>();
let spare: Spare | null = null;

/** A thread that waits for its task: loading the readers takes longer than reading a small file, so one stands ready. */
export function freshThread(make: ThreadMake): Worker {
  const ready = spare;
  if (ready === null || make.worker !== undefined || ready.heapMegabytes !== make.heapMegabytes)
    return started(make);
  spare = null;
  clearTimeout(ready.clock);
  forgetListeners(ready.worker);
  ready.worker.ref();
  return ready.worker;
}

/** Called when a thread ends: where one file was read, the next is likely. */
export function keepSpare(make: ThreadMake): void {
  if (spare === null && make.worker === undefined) keep(started(make), make.heapMegabytes);
}

/** Called with a thread that has done its task to the end and owes nothing. False: it is not needed any more. */
export function keepUsed(worker: Worker, make: ThreadMake): boolean {
  const count = (uses.get(worker) ?? 0) + 1;
  if (spare !== null || make.worker !== undefined || count >= MOST_USES) return false;
  uses.set(worker, count);
  forgetListeners(worker);
  keep(worker, make.heapMegabytes);
  return true;
}

/** By name: a thread without its own inner listeners gives no more messages. */
function forgetListeners(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

function keep(worker: Worker, heapMegabytes: number): void {
  const forget = (): void => {
    if (spare?.worker === worker) spare = null;
  };
  worker.unref();
  worker.on('error', forget);
  worker.on('exit', forget);
  const clock = setTimeout(() => {
    forget();
    void worker.terminate();
  }, KEPT_MS).unref();
  spare = { worker, heapMegabytes, clock };
}

function started({ heapMegabytes, worker = READER_WORKER }: ThreadMake): Worker {
  return new Worker(worker, {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
}
