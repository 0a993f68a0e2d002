import type { MapPoint } from '../../contract/events.ts';
import type { Output } from '../../contract/index.ts';
import { drawMark, EVENT_MARKS, PLACE_MARK } from '../timeline/index.ts';
import type { Brush } from '../ui/index.ts';
import type { Cluster } from './clusters.ts';
import type { MapTheme } from './theme.ts';
import { isSeen, type MapView, metresPerPixel, toPixel } from './view.ts';

export type Track = Output<'map.tracks'>['tracks'][number];

export function markOf(point: MapPoint) {
  return point.eventType === null ? PLACE_MARK : EVENT_MARKS[point.eventType];
}
export function isChosen(
  point: MapPoint,
  events: ReadonlySet<string>,
  entities: ReadonlySet<string>,
): boolean {
  return events.has(point.id) || (point.entityId !== null && entities.has(point.entityId));
}

function arrow(context: Brush, from: readonly number[], to: readonly number[]): void {
  const [x0 = 0, y0 = 0] = from;
  const [x1 = 0, y1 = 0] = to;
  if (Math.hypot(x1 - x0, y1 - y0) < 28) return;
  const angle = Math.atan2(y1 - y0, x1 - x0);
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  context.beginPath();
  context.moveTo(x + 6 * Math.cos(angle), y + 6 * Math.sin(angle));
  context.lineTo(x + 6 * Math.cos(angle + 2.5), y + 6 * Math.sin(angle + 2.5));
  context.lineTo(x + 6 * Math.cos(angle - 2.5), y + 6 * Math.sin(angle - 2.5));
  context.fill();
}

/** Positions in time order with arrows; a stretch over a gap is estimated, so it is dashed. */
export function paintTrack(context: Brush, track: Track, view: MapView, colour: string, width: number): void {
  const gaps = new Set(track.gapsAfter);
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = width;
  let last: [number, number] | null = null;
  track.points.forEach(([latitude, longitude], index) => {
    const at = toPixel(view, longitude, latitude);
    if (last !== null && (isSeen(view, at, 200) || isSeen(view, last, 200))) {
      context.setLineDash(gaps.has(index - 1) ? [5, 5] : []);
      context.beginPath();
      context.moveTo(...last);
      context.lineTo(...at);
      context.stroke();
      arrow(context, last, at);
    }
    last = at;
  });
  context.setLineDash([]);
}

/** Single marks; a known accuracy is a ring where it is wider than the mark. */
export function paintPoint(
  context: Brush,
  point: MapPoint,
  view: MapView,
  theme: MapTheme,
  chosen: boolean,
): void {
  const at = toPixel(view, point.longitude, point.latitude);
  if (!isSeen(view, at, 20)) return;
  const radius = (point.accuracyMetres ?? 0) / metresPerPixel(view, point.latitude);
  const mark = markOf(point);
  context.lineWidth = 1;
  if (radius > 12 && radius < 600) {
    context.beginPath();
    context.arc(at[0], at[1], radius, 0, 2 * Math.PI);
    context.strokeStyle = mark.colour;
    context.globalAlpha = 0.5;
    context.stroke();
    context.globalAlpha = 1;
  }
  context.lineWidth = chosen ? 3 : 1.2;
  drawMark(context, mark, [at[0], at[1], chosen ? 7 : 5], chosen ? theme.accent : theme.mark);
}

export function clusterRadius(count: number): number {
  return 10 + Math.min(16, 3 * Math.log2(count));
}
export function paintCluster(context: Brush, cluster: Cluster, view: MapView, theme: MapTheme): void {
  const at = toPixel(view, cluster.longitude, cluster.latitude);
  if (!isSeen(view, at, 40)) return;
  context.beginPath();
  context.arc(at[0], at[1], clusterRadius(cluster.count), 0, 2 * Math.PI);
  context.fillStyle = theme.accent;
  context.globalAlpha = 0.88;
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = theme.mark;
  context.font = '600 11px "Noto Sans", system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(String(cluster.count), at[0], at[1]);
}

const HEAT_CELL = 14;
/** Where there is most: soft spots on a coarse grid, stronger with the logarithm of the count. */
export function paintHeat(context: Brush, points: readonly MapPoint[], view: MapView): void {
  const cells = new Map<string, number>();
  for (const point of points) {
    const at = toPixel(view, point.longitude, point.latitude);
    if (!isSeen(view, at, 30)) continue;
    const key = `${Math.floor(at[0] / HEAT_CELL)},${Math.floor(at[1] / HEAT_CELL)}`;
    cells.set(key, (cells.get(key) ?? 0) + 1);
  }
  const most = Math.log1p(Math.max(1, ...cells.values()));
  for (const [key, count] of cells) {
    const [column = 0, row = 0] = key.split(',').map(Number);
    const [x, y] = [(column + 0.5) * HEAT_CELL, (row + 0.5) * HEAT_CELL];
    const spot = context.createRadialGradient(x, y, 0, x, y, HEAT_CELL * 1.8);
    spot.addColorStop(0, `rgb(213 94 0 / ${0.15 + 0.65 * (Math.log1p(count) / most)})`);
    spot.addColorStop(1, 'rgb(230 159 0 / 0)');
    context.fillStyle = spot;
    context.fillRect(x - HEAT_CELL * 2, y - HEAT_CELL * 2, HEAT_CELL * 4, HEAT_CELL * 4);
  }
}
