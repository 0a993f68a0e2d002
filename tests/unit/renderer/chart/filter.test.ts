import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ChartFilter } from '../../../../src/contract/chart.ts';
import { setFilter } from '../../../../src/renderer/chart/acts.ts';
import { acceptChart, useChart } from '../../../../src/renderer/chart/state.ts';
import { NO_FILTER, openFile, startMessages, useDesk } from '../../../../src/renderer/workspace/index.ts';

const chart = {
  id: 'c',
  name: 'Chart',
  members: {},
  groups: [],
  filter: NO_FILTER,
  style: { paint: 'type' },
  revision: 1,
};
const phones: ChartFilter = { ...NO_FILTER, entityTypes: ['phone'] };
const calls: ChartFilter = { ...NO_FILTER, linkTypes: ['called'] };

/** An engine that stores the filters of the chart until the disk is full. */
function engine(stores: readonly boolean[]): void {
  let turn = 0;
  vi.stubGlobal('fetch', async (_url: string, init: { body: string }) => {
    const { change } = JSON.parse(init.body) as { change: { filter: ChartFilter } };
    const stored = stores[turn++] === true;
    const reply = stored
      ? { ok: true, value: { chart: { ...chart, filter: change.filter } } }
      : { ok: false, error: { code: 'disk.full', message: 'The disk is full.', params: {} } };
    return { json: async () => reply };
  });
}
const shown = () => useDesk.getState().filter;

beforeEach(async () => {
  await startMessages('en');
  openFile('f');
  acceptChart(chart as never);
});
afterEach(() => {
  vi.unstubAllGlobals();
  useDesk.setState(useDesk.getInitialState(), true);
});

it('a filter that could not be stored goes from the screen again, with a sentence', async () => {
  engine([true, false]);
  await setFilter(phones);
  expect(shown()).toEqual(phones);
  const storing = setFilter(calls);
  expect(shown()).toEqual(calls);
  await storing;
  expect(shown()).toEqual(phones);
  expect(useChart.getState().notice).toEqual({
    text: 'The filter could not be stored; the chart is filtered as before. The disk is full.',
    error: true,
  });
});

it('a later choice stands where an earlier one fails', async () => {
  engine([false, true]);
  await Promise.all([setFilter(phones), setFilter(calls)]);
  expect(shown()).toEqual(calls);
});
