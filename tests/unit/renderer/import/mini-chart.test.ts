import { expect, test } from 'vitest';
import { miniGraph } from '../../../../src/renderer/import/mini-chart.ts';
import type { PreviewRow } from '../../../../src/renderer/import/preview-words.ts';

type Entity = PreviewRow['entities'][number];
const entity = (name: string, label: string, change: Partial<Entity> = {}): Entity => ({
  name,
  type: 'phone',
  label,
  identifiers: [],
  status: null,
  minor: false,
  properties: {},
  ...change,
});
const row = (line: number, from: string, to: string): PreviewRow => ({
  line,
  entities: [entity('caller', from), entity('called', to)],
  links: [],
  events: [{ type: 'call', start: null, from, to, properties: {} }],
  problems: [],
});

test('things of several rows are one; lines between the same two are counted, whichever way they go', () => {
  const { nodes, edges, hidden } = miniGraph([row(1, 'A', 'B'), row(2, 'B', 'A'), row(3, 'A', 'C')]);
  expect(nodes.map(({ label }) => label)).toEqual(['A', 'B', 'C']);
  expect(edges.map(({ count }) => count)).toEqual([2, 1]);
  expect(hidden).toBe(0);
  for (const { x, y } of nodes) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(1);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(1);
  }
});

test('links name the entities of their row; a protected person is shut; one thing stands in the middle', () => {
  const person = entity('person', 'Popa Ion', { type: 'person', status: 'victim' });
  const linked: PreviewRow = {
    ...row(1, 'A', 'A'),
    entities: [person, entity('phone', 'A')],
    links: [{ from: 'person', to: 'phone', type: 'uses' }],
  };
  const { nodes, edges } = miniGraph([linked]);
  expect(nodes.map(({ isShut }) => isShut)).toEqual([true, false]);
  expect(edges).toMatchObject([{ from: 0, to: 1, count: 1 }]);
  expect(miniGraph([{ ...linked, entities: [person], links: [] }]).nodes).toMatchObject([{ x: 0.5, y: 0.5 }]);
});

test('of too many the most joined stay and the others are counted', () => {
  const rows = Array.from({ length: 90 }, (_, at) => row(at, 'A', `B${at}`));
  const { nodes, hidden } = miniGraph(rows);
  expect(nodes).toHaveLength(60);
  expect(hidden).toBe(31);
  expect(nodes[0]?.label).toBe('A');
});
