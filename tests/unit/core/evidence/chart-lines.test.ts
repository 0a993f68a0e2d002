import { expect, test } from 'vitest';
import { chartLines } from '../../../../src/core/evidence/chart-lines.ts';

const link = (
  type: 'uses' | 'associate_of',
  from: string,
  to: string,
  strength: 'confirmed' | 'tentative',
) => ({
  id: `${from}${to}`,
  type,
  from,
  to,
  strength,
  start: 5,
  end: null,
  properties: {},
  sourceId: null,
});

test('an undirected line is one line whichever way it was written, and keeps the strongest word', () => {
  const lines = chartLines({
    links: [link('associate_of', 'b', 'a', 'tentative'), link('associate_of', 'a', 'b', 'confirmed')],
    events: [],
  });
  expect(lines).toMatchObject([{ from: 'a', to: 'b', count: 2, strength: 'confirmed', first: 5, last: 5 }]);
});

test('a directed line keeps its direction', () => {
  expect(
    chartLines({
      links: [link('uses', 'b', 'a', 'confirmed'), link('uses', 'a', 'b', 'confirmed')],
      events: [],
    }),
  ).toHaveLength(2);
});
