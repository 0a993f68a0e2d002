import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Call } from '../../../src/cli/session.ts';
import { chosenFor } from '../../../src/cli/shown-entities.ts';
import { testEngine } from '../../helpers/engine.ts';

/** An analysis file with two of the training files: people who only have lines, and one car that only has positions. */
async function trackAndPeople() {
  const engine = testEngine();
  await engine.create();
  const call: Call = async (method, input) => {
    const reply = await engine.handle(method, input);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value;
  };
  const { id: fileId } = await call('analysisFile.create', {
    reference: 'CAF-1',
    title: 'Track',
    purpose: 'test',
    crimeAreas: [],
    legalBasis: '',
    originator: '',
    participants: [],
    subjectCategories: [],
    storageMonths: null,
    reviewDate: null,
    conditions: '',
    marking: { level: 'restricted', handling: ['H1'] },
  });
  for (const name of ['people.csv', 'tracks/load-car.gpx']) {
    const path = resolve('resources/training', name);
    const { suggested: specification } = await call('import.inspect', { path, fileId });
    const { jobId } = await call('import.start', { fileId, path, specification, dryRun: false });
    for (let job = await call('jobs.watch', { jobId, since: -1 }); job.state === 'running'; )
      job = await call('jobs.watch', { jobId, since: job.revision });
  }
  return { session: { call }, fileId };
}

test('each view of nobody named shows those it can show: lines, places, events', async () => {
  const { session, fileId } = await trackAndPeople();
  const { total } = await session.call('map.points', { fileId, limit: 1 });
  expect(total).toBeGreaterThan(0);
  expect(await chosenFor(session, fileId, 'map')).toEqual([]);
  const onTimeline = await chosenFor(session, fileId, 'timeline');
  expect(onTimeline).toHaveLength(1);
  const { total: events } = await session.call('event.list', {
    fileId,
    entityIds: [...onTimeline],
    offset: 0,
    limit: 1,
  });
  expect(events).toBe(total);
  const onChart = await chosenFor(session, fileId, 'chart');
  expect(onChart.length).toBeGreaterThan(0);
  expect(onChart).not.toContain(onTimeline[0]);
});
