import Supercluster from 'supercluster';
import type { MapPoint } from '../../contract/events.ts';

export type CrowdMode = 'clusters' | 'heat';
export type Drawing = 'points' | CrowdMode;
/** Above this many points single marks cover each other; then the crowd is drawn. */
export const CROWD = 500;

export function drawingFor(mode: CrowdMode, points: number): Drawing {
  return points > CROWD ? mode : 'points';
}

export interface Cluster {
  readonly longitude: number;
  readonly latitude: number;
  readonly count: number;
  /** The point itself where the cluster is one point. */
  readonly point: MapPoint | null;
  readonly id: number | null;
}
export type ClusterIndex = Supercluster<{ index: number }>;

export function clusterIndex(points: readonly MapPoint[]): ClusterIndex {
  const index: ClusterIndex = new Supercluster({ radius: 60, extent: 256, maxZoom: 15 });
  index.load(
    points.map((point, at) => ({
      type: 'Feature' as const,
      properties: { index: at },
      geometry: { type: 'Point' as const, coordinates: [point.longitude, point.latitude] },
    })),
  );
  return index;
}

export function clustersAt(index: ClusterIndex, points: readonly MapPoint[], zoom: number): Cluster[] {
  return index.getClusters([-180, -85, 180, 85], Math.round(zoom)).map((feature) => {
    const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
    const { properties } = feature;
    if ('cluster' in properties && properties.cluster === true) {
      const { point_count: count, cluster_id: id } = properties as {
        point_count: number;
        cluster_id: number;
      };
      return { longitude, latitude, count, point: null, id };
    }
    return {
      longitude,
      latitude,
      count: 1,
      point: points[(properties as { index: number }).index] ?? null,
      id: null,
    };
  });
}
