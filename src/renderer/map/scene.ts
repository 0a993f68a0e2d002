import type { MapPoint } from '../../contract/events.ts';
import type { Brush } from '../ui/index.ts';
import type { Basemap } from './basemap.ts';
import {
  type Cluster,
  type ClusterIndex,
  type CrowdMode,
  clusterIndex,
  clustersAt,
  drawingFor,
} from './clusters.ts';
import { type BasemapWords, paintBasemap } from './paint-basemap.ts';
import {
  clusterRadius,
  isChosen,
  paintCluster,
  paintHeat,
  paintPoint,
  paintTrack,
  type Track,
} from './paint-data.ts';
import type { MapTheme } from './theme.ts';
import { type MapView, toPixel } from './view.ts';

/** Everything one picture of the map needs; screen and export paint the same. */
export interface Scene {
  readonly basemap: Basemap | null;
  readonly points: readonly MapPoint[];
  readonly tracks: readonly Track[];
  readonly crowd: CrowdMode;
  readonly words: BasemapWords;
  readonly events: ReadonlySet<string>;
  readonly entities: ReadonlySet<string>;
}

let indexed: { points: readonly MapPoint[]; index: ClusterIndex } | null = null;
function indexOf(points: readonly MapPoint[]): ClusterIndex {
  if (indexed?.points !== points) indexed = { points, index: clusterIndex(points) };
  return indexed.index;
}

function shownClusters(scene: Scene, view: MapView): Cluster[] {
  return clustersAt(indexOf(scene.points), scene.points, view.zoom);
}

/** More chosen marks than this would cover the numbers of the clusters: then they lie beneath. */
const MANY_CHOSEN = 20;

function paintPoints(context: Brush, scene: Scene, view: MapView, theme: MapTheme): void {
  const drawing = drawingFor(scene.crowd, scene.points.length);
  const chosen = scene.points.filter((point) => isChosen(point, scene.events, scene.entities));
  const paintChosen = (): void => {
    for (const point of chosen) paintPoint(context, point, view, theme, true);
  };
  if (chosen.length > MANY_CHOSEN) paintChosen();
  if (drawing === 'heat') paintHeat(context, scene.points, view);
  else if (drawing === 'clusters') {
    for (const cluster of shownClusters(scene, view)) {
      if (cluster.point === null) paintCluster(context, cluster, view, theme);
      else paintPoint(context, cluster.point, view, theme, false);
    }
  } else {
    for (const point of scene.points) paintPoint(context, point, view, theme, false);
  }
  if (chosen.length <= MANY_CHOSEN) paintChosen();
}

export function paintScene(context: Brush, scene: Scene, view: MapView, theme: MapTheme): void {
  if (scene.basemap !== null) paintBasemap(context, scene.basemap, view, theme, scene.words);
  for (const track of scene.tracks) {
    const chosen = scene.entities.has(track.entityId);
    paintTrack(context, track, view, chosen ? theme.accent : '#009E73', chosen ? 3 : 1.6);
  }
  paintPoints(context, scene, view, theme);
}

/** What lies under the pointer: the nearest mark or cluster. */
export function hitAt(scene: Scene, view: MapView, x: number, y: number): Cluster | null {
  const drawing = drawingFor(scene.crowd, scene.points.length);
  const marks: Iterable<Cluster> =
    drawing === 'clusters'
      ? shownClusters(scene, view)
      : scene.points.map((point) => ({ ...point, count: 1, point, id: null }));
  let best: Cluster | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const mark of marks) {
    const at = toPixel(view, mark.longitude, mark.latitude);
    const distance = Math.hypot(at[0] - x, at[1] - y);
    const reach = mark.point === null ? clusterRadius(mark.count) : 9;
    if (distance < reach && distance < nearest) [best, nearest] = [mark, distance];
  }
  return best;
}

/** The points inside a box of the screen. */
export function pointsIn(
  scene: Scene,
  view: MapView,
  box: readonly [number, number, number, number],
): MapPoint[] {
  return scene.points.filter((point) => {
    const [x, y] = toPixel(view, point.longitude, point.latitude);
    return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
  });
}
export function zoomThatSplits(scene: Scene, cluster: Cluster): number | null {
  return cluster.id === null ? null : indexOf(scene.points).getClusterExpansionZoom(cluster.id);
}
