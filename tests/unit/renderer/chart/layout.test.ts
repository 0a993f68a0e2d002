import { describe, expect, it } from 'vitest';
import { arrange, circle, type LayoutInput, seed } from '../../../../src/renderer/chart/layout.ts';
import { overlaps } from '../../../../src/renderer/chart/separate.ts';

function network(fixed: number, fresh: number): LayoutInput {
  const nodes = Array.from({ length: fixed + fresh }, (_, index) => ({
    id: `n${index}`,
    x: index < fixed ? (index % 6) * 200 : 0,
    y: index < fixed ? Math.floor(index / 6) * 200 : 0,
    fixed: index < fixed,
  }));
  const lines = nodes.slice(1).map((node, index) => [node.id, `n${Math.floor(index / 3)}`] as const);
  return { nodes, lines };
}

describe('arrange', () => {
  it('leaves what stands and answers only the new ones', () => {
    const places = arrange(network(12, 20));
    expect(places.size).toBe(20);
    for (let index = 0; index < 12; index++) expect(places.has(`n${index}`)).toBe(false);
  });

  it('lets no new entity overlap another, new or standing', () => {
    const input = network(18, 60);
    const places = arrange(input);
    const all = input.nodes.map((node) => places.get(node.id) ?? node);
    for (const [index, one] of all.entries()) {
      for (const [other, two] of all.entries()) {
        if (other > index && !(index < 18 && other < 18)) expect(overlaps(one, two)).toBe(false);
      }
    }
  });

  it('gives the same picture for the same data', () => {
    expect([...arrange(network(5, 40))]).toEqual([...arrange(network(5, 40))]);
  });

  it('spreads a chart with no lines and no places instead of one heap', () => {
    const nodes = Array.from({ length: 30 }, (_, index) => ({ id: `x${index}`, x: 0, y: 0, fixed: false }));
    const places = [...arrange({ nodes, lines: [] }).values()];
    expect(new Set(places.map(({ x, y }) => `${x.toFixed(0)}:${y.toFixed(0)}`)).size).toBe(30);
  });

  it('starts a new entity beside its standing neighbour', () => {
    const places = seed({
      nodes: [
        { id: 'a', x: 5000, y: 5000, fixed: true },
        { id: 'b', x: 0, y: 0, fixed: false },
      ],
      lines: [['a', 'b']],
    });
    const place = places.get('b');
    expect(Math.hypot((place?.x ?? 0) - 5000, (place?.y ?? 0) - 5000)).toBeLessThan(250);
  });

  it('has nothing to do when everything stands', () => {
    expect(arrange(network(6, 0)).size).toBe(0);
  });
});

describe('circle', () => {
  it('puts all at one distance, far enough apart', () => {
    const places = [...circle(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'], { x: 10, y: 20 }).values()];
    const distances = places.map((place) => Math.round(Math.hypot(place.x - 10, place.y - 20)));
    expect(new Set(distances).size).toBe(1);
    expect(
      Math.hypot((places[0]?.x ?? 0) - (places[1]?.x ?? 0), (places[0]?.y ?? 0) - (places[1]?.y ?? 0)),
    ).toBeGreaterThan(70);
  });
});
