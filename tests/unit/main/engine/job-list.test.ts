import { expect, test, vi } from 'vitest';
import { Failure } from '../../../../src/core/result.ts';
import { createJobs } from '../../../../src/main/engine/job-list.ts';

const jobs = () => createJobs((error) => `sentence of ${error.code}`, vi.fn());

test('a job ends with its result', async () => {
  const list = jobs();
  const id = list.start('probe', async (progress) => {
    progress.phase('reading');
    progress.advance(5, 10);
    await progress.breathe();
    return { rows: 10 };
  });
  expect(await list.finished(id)).toMatchObject({
    state: 'done',
    phase: 'reading',
    done: 5,
    total: 10,
    result: { rows: 10 },
  });
});

test('a watcher is woken by a change and sees a higher revision', async () => {
  const list = jobs();
  const gate = Promise.withResolvers<void>();
  const id = list.start('probe', () => gate.promise);
  const first = await list.watch(id, 0);
  const waiting = list.watch(id, first.revision);
  gate.resolve();
  const second = await waiting;
  expect(second.state).toBe('done');
  expect(second.revision).toBeGreaterThan(first.revision);
});

test('a watch without change answers after 20 s', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const list = jobs();
    const id = list.start('probe', () => new Promise(() => undefined));
    const { revision } = await list.watch(id, 0);
    const waiting = list.watch(id, revision);
    vi.advanceTimersByTime(20_000);
    expect((await waiting).revision).toBe(revision);
  } finally {
    vi.useRealTimers();
  }
});

test('a cancelled job stops at its next breath', async () => {
  const list = jobs();
  const id = list.start('probe', async (progress) => {
    for (;;) await progress.breathe();
  });
  list.cancel(id);
  expect(await list.finished(id)).toMatchObject({
    state: 'cancelled',
    error: { code: 'jobs.cancelled', message: 'sentence of jobs.cancelled' },
  });
});

test('a failure keeps its code; a defect says nothing of its data', async () => {
  const list = jobs();
  const expected = list.start('probe', async () => {
    throw new Failure('vault.disk-full');
  });
  expect(await list.finished(expected)).toMatchObject({
    state: 'failed',
    error: { code: 'vault.disk-full' },
  });
  const defect = await list.finished(
    list.start('probe', () => {
      throw new Error('secret detail');
    }),
  );
  expect(defect).toMatchObject({ state: 'failed', error: { code: 'engine.unexpected' } });
  expect(JSON.stringify(defect)).not.toContain('secret');
});

test('a paused job waits at its next breath, says so, and goes on where it was', async () => {
  const list = jobs();
  let steps = 0;
  const id = list.start('probe', async (progress) => {
    for (; steps < 1000; steps += 1) await progress.breathe();
  });
  list.pause(id);
  const { paused, state, revision } = await list.watch(id, 1);
  expect({ paused, state }).toEqual({ paused: true, state: 'running' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(steps).toBe(0);
  list.resume(id);
  expect((await list.watch(id, revision)).paused).toBe(false);
  expect(await list.finished(id)).toMatchObject({ state: 'done' });
  expect(steps).toBe(1000);
});

test('a paused job can be cancelled; an ended one is not paused', async () => {
  const list = jobs();
  const id = list.start('probe', async (progress) => {
    for (;;) await progress.breathe();
  });
  list.pause(id);
  await new Promise((resolve) => setTimeout(resolve, 20));
  list.cancel(id);
  expect(await list.finished(id)).toMatchObject({ state: 'cancelled' });
  list.pause(id);
  list.resume(id);
  expect((await list.finished(id)).state).toBe('cancelled');
});
