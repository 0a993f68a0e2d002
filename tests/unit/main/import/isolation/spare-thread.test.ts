import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import type { FromThread, ReaderTask } from '../../../../../src/main/import/isolation/messages.ts';
import { freshThread, keepSpare, keepUsed } from '../../../../../src/main/import/isolation/spare-thread.ts';

const MAKE = { heapMegabytes: 64 };
const threads: Worker[] = [];
afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.terminate()));
});

function fresh(): Worker {
  const thread = freshThread(MAKE);
  threads.push(thread);
  return thread;
}

/** Everything the thread says of one task, to its last word. */
async function told(thread: Worker, format: string): Promise<FromThread[]> {
  const specification = { encoding: 'utf-8', delimiter: '', quote: '', headerRow: 0, columns: [] };
  const task: ReaderTask = { kind: 'read', format, name: 'a', specification };
  const news: FromThread[] = [];
  thread.on('message', (message: FromThread) => {
    news.push(message);
    if (message.kind === 'ask') thread.postMessage({ kind: 'bytes', ask: message.ask, bytes: null });
  });
  thread.postMessage({ kind: 'task', task });
  while (news.at(-1)?.kind !== 'finished') await once(thread, 'message');
  return news;
}

test('a thread that has done its task serves the next one, a hundred times at most', async () => {
  const thread = fresh();
  expect((await told(thread, 'gpx')).length).toBeGreaterThan(1);
  let kept = 0;
  while (keepUsed(thread, MAKE)) {
    kept += 1;
    expect(freshThread(MAKE)).toBe(thread);
  }
  expect(kept).toBe(99);
  expect((await told(thread, 'mt940')).at(-1)).toEqual({ kind: 'finished', isClean: true });
});

test('where one stands ready already a used one is not kept', () => {
  keepSpare(MAKE);
  const used = new Worker('', { eval: true });
  threads.push(used);
  expect(keepUsed(used, MAKE)).toBe(false);
  expect(fresh()).not.toBe(used);
});

test('a thread in which a file changed what all objects share says so', async () => {
  const thread = new Worker(join(import.meta.dirname, 'hostile-worker.ts'));
  threads.push(thread);
  expect((await told(thread, 'msg')).at(-1)).toEqual({ kind: 'finished', isClean: true });
  expect((await told(thread, 'mt940')).at(-1)).toEqual({ kind: 'finished', isClean: false });
});
