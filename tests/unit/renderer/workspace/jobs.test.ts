import { afterEach, describe, expect, it, vi } from 'vitest';
import { CallError, dismissJob, runJob, useJobs } from '../../../../src/renderer/workspace/index.ts';

type Answer = Record<string, unknown>;
const job = (change: Answer): Answer => ({
  id: 'j1',
  kind: 'import',
  revision: 1,
  state: 'running',
  paused: false,
  phase: 'reading',
  done: 0,
  total: 10,
  rate: 0,
  result: null,
  error: null,
  ...change,
});
function engine(answers: readonly Answer[]): unknown[] {
  const asked: unknown[] = [];
  let next = 0;
  vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
    asked.push(JSON.parse(init.body));
    const value = answers[next++];
    if (value === undefined) throw new Error('asked after the end');
    return { json: async () => ({ ok: true, value }) };
  });
  return asked;
}
afterEach(() => {
  vi.unstubAllGlobals();
  useJobs.setState({ jobs: new Map(), ended: [] });
});

describe('runJob', () => {
  it('asks on from the last revision until the job ended and gives its result', async () => {
    const asked = engine([
      job({}),
      job({ revision: 4 }),
      job({ revision: 5, state: 'done', result: { n: 7 } }),
    ]);
    await expect(runJob('j1')).resolves.toEqual({ n: 7 });
    expect(asked).toEqual([
      { jobId: 'j1', since: -1 },
      { jobId: 'j1', since: 1 },
      { jobId: 'j1', since: 4 },
    ]);
    expect(useJobs.getState().jobs.get('j1')?.state).toBe('done');
  });
  it('rejects with the sentence of a failed job', async () => {
    engine([job({ state: 'failed', error: { code: 'import.empty', message: 'The file is empty.' } })]);
    const failure = await runJob('j1').catch((caught: unknown) => caught);
    expect(failure).toBeInstanceOf(CallError);
    expect((failure as CallError).code).toBe('import.empty');
    expect((failure as CallError).message).toBe('The file is empty.');
  });
  it('shows a failed card when the engine is gone', async () => {
    engine([]);
    await expect(runJob('j1')).rejects.toThrow('asked after the end');
    expect(useJobs.getState().jobs.get('j1')?.state).toBe('failed');
  });
});

it('a card that makes room stays in the list of what was done, until the lock', async () => {
  engine([job({ id: 'j9', state: 'done', result: { file: 'calls.csv' } })]);
  await runJob('j9');
  dismissJob('j9');
  expect(useJobs.getState().jobs.has('j9')).toBe(false);
  expect(useJobs.getState().ended.map(({ id }) => id)).toEqual(['j9']);
  dismissJob('j9');
  expect(useJobs.getState().ended.length).toBe(1);
  useJobs.setState({ jobs: new Map(), ended: [] });
  expect(useJobs.getState().ended).toEqual([]);
});
