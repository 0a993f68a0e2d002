import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import { describe, expect, it } from 'vitest';
import { CROWD, clusterIndex, clustersAt, drawingFor } from '../../../../src/renderer/map/clusters.ts';
import {
  mercatorX,
  mercatorY,
  metresPerPixel,
  scaleBar,
  toPixel,
} from '../../../../src/renderer/map/view.ts';

const view = { scale: 256 * 2 ** 6, left: 0, top: 0, width: 800, height: 600, zoom: 6 };
const point = {
  id: 'p',
  kind: 'event' as const,
  eventType: 'call' as const,
  entityId: null,
  label: '',
  start: null,
  latitude: 47,
  longitude: 28,
  accuracyMetres: null,
};

describe('drawing', () => {
  it('shows single marks up to the crowd, then what the person chose', () => {
    expect(drawingFor('heat', CROWD)).toBe('points');
    expect(drawingFor('heat', CROWD + 1)).toBe('heat');
    expect(drawingFor('clusters', CROWD + 1)).toBe('clusters');
  });
  it('loses no point in clusters at any zoom', () => {
    const points = Array.from({ length: 900 }, (_, at) => ({
      ...point,
      latitude: 45 + (at % 30) / 10,
      longitude: 26 + at / 300,
    }));
    const index = clusterIndex(points);
    for (const zoom of [2, 6.5, 10, 16]) {
      expect(clustersAt(index, points, zoom).reduce((sum, cluster) => sum + cluster.count, 0)).toBe(900);
    }
    expect(clustersAt(index, points, 3).length).toBeLessThan(20);
  });
});

describe('view', () => {
  it('puts the middle of the world in the middle', () => {
    expect([mercatorX(0), mercatorY(0)]).toEqual([0.5, 0.5]);
    expect(toPixel(view, -180, 85.0511)[1]).toBeCloseTo(0, 0);
  });
  it('has a round scale bar that fits', () => {
    const bar = scaleBar(metresPerPixel(view, 47), 120);
    expect([1, 2, 5]).toContain(Number(String(bar.metres)[0]));
    expect(bar.pixels).toBeLessThanOrEqual(120);
  });
});

it('draws Crimea with Ukraine and not with Russia', () => {
  const topology = JSON.parse(readFileSync('resources/basemap/topology.json', 'utf8'));
  const has = (id: string): boolean => {
    const shape = topology.objects.countries.geometries.find((one: { id: string }) => one.id === id);
    const { geometry } = feature(topology, shape) as unknown as { geometry: { coordinates: number[][][][] } };
    return geometry.coordinates.some((polygon) =>
      polygon[0]?.every(([x = 0, y = 0]) => x > 32 && x < 37 && y > 44 && y < 46.4),
    );
  };
  expect(has('804')).toBe(true);
  expect(has('643')).toBe(false);
});
