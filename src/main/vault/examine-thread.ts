import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type AppError, Failure } from '../../core/result.ts';
import type { Examination, Finding } from './examine.ts';
import type { VaultProgress } from './progress.ts';

/** Beside this file as source and, in the built program, beside the part it is bundled into. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './examine-worker.ts' : './examine-worker.js',
  import.meta.url,
);
const LOOK_MS = 50;

type Answer = { readonly finding: Finding } | { readonly error: AppError };

/** The thread gets copies of the keys as its own, and wipes them. */
function start(wish: Examination): Worker {
  const key = new Uint8Array(wish.key);
  const newKey = wish.newKey === undefined ? undefined : new Uint8Array(wish.newKey);
  const transferList = [key.buffer, ...(newKey === undefined ? [] : [newKey.buffer])];
  return new Worker(WORKER, {
    workerData: { ...wish, key, ...(newKey === undefined ? {} : { newKey }) },
    transferList,
  });
}

/** `examine` in another thread; it can be stopped, and then its work so far is the caller's to throw away. */
export async function examineInThread(wish: Examination, progress: VaultProgress): Promise<Finding> {
  const worker = start(wish);
  const answered = new Promise<Answer>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the examining thread ended without an answer')));
  });
  let isOver = false;
  const stopped = async (): Promise<Answer> => {
    while (!isOver) {
      await wait(LOOK_MS);
      await progress.breathe();
    }
    return answered;
  };
  try {
    const answer = await Promise.race([answered, stopped()]);
    if ('finding' in answer) return answer.finding;
    throw new Failure(answer.error.code, answer.error.params);
  } finally {
    isOver = true;
    answered.catch(() => undefined);
    await worker.terminate();
  }
}
