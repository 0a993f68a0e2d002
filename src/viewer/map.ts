import { CITIES, COUNTRY_LINES } from 'virtual:outline';
import type { CaseEvent } from '../core/evidence/case-data.ts';
import { Camera, steer } from './camera.ts';
import { COLOURS, canvasView } from './dom.ts';
import type { Point } from './layout.ts';
import type { Model } from './model.ts';
import { number } from './words.ts';

const CLUSTER = 30;
const MOST_TRACKS = 6;
const TRACK_COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#B59B00', '#56B4E9'];

/** Spherical Mercator with the whole world 360 wide, y growing to the south. */
function project(longitude: number, latitude: number): Point {
  const bounded = Math.max(-84, Math.min(84, latitude));
  const y = -(180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (bounded * Math.PI) / 360));
  return { x: longitude, y };
}

interface Spot extends Point {
  readonly label: string;
  readonly entities: readonly string[];
  readonly at: number | null;
}

/** Points of events and places on country outlines; tracks of the selected. Nothing is loaded: it works anywhere. */
export function mapView(model: Model) {
  const camera = new Camera();
  const outlines = COUNTRY_LINES.map((line) =>
    line.map(([longitude, latitude]) => project(longitude, latitude)),
  );
  const spots = spotsOf(model);
  let clusters: Cluster[] = [];
  const { canvas, redraw } = canvasView('map', (context, width, height) => {
    camera.fit(spots, width, height, 40, 160);
    context.fillStyle = COLOURS.land;
    context.fillRect(0, 0, width, height);
    drawOutlines(context, outlines, camera);
    drawTracks(context, model, camera);
    const shown = spots.filter((spot) => visible(model, spot));
    clusters = clustered(shown, camera, width, height);
    drawCities(context, camera, clusters, width, height);
    for (const cluster of clusters) drawCluster(context, cluster);
    drawNames(context, clusters);
  });
  steer(canvas, camera, redraw, (x, y, add) => {
    const hit = clusters.find((one) => Math.hypot(one.x - x, one.y - y) <= radiusOf(one) + 4);
    const ids = hit === undefined ? [] : [...new Set(hit.spots.flatMap((spot) => spot.entities))];
    model.select(add ? [...model.selected, ...ids] : ids);
  });
  model.onChange(redraw);
  return {
    canvas,
    empty: spots.length === 0,
    fit: () => {
      camera.release();
      redraw();
    },
  };
}

function spotsOf(model: Model): Spot[] {
  const spots: Spot[] = [];
  for (const event of model.events) {
    const at = positionOf(event);
    if (at === null) continue;
    const entities = [event.from, event.to, ...event.participants.map((one) => one.entityId)];
    spots.push({
      ...at,
      label: event.place ?? '',
      entities: entities.filter((id) => id !== null),
      at: event.start,
    });
  }
  for (const entity of model.data.entities)
    if (entity.latitude !== null && entity.longitude !== null)
      spots.push({
        ...project(entity.longitude, entity.latitude),
        label: entity.label,
        entities: [entity.id],
        at: null,
      });
  return spots;
}

function positionOf(event: CaseEvent): Point | null {
  return event.latitude === null || event.longitude === null
    ? null
    : project(event.longitude, event.latitude);
}

function visible(model: Model, spot: Spot): boolean {
  if (spot.at !== null && !model.inPeriod(spot.at)) return false;
  return model.selected.size === 0 || spot.entities.some((id) => model.reach.has(id));
}

interface Cluster extends Point {
  readonly spots: Spot[];
}

function clustered(spots: readonly Spot[], camera: Camera, width: number, height: number): Cluster[] {
  const cells = new Map<string, Cluster>();
  for (const spot of spots) {
    const at = camera.screen(spot);
    if (at.x < -20 || at.y < -20 || at.x > width + 20 || at.y > height + 20) continue;
    const key = `${Math.round(at.x / CLUSTER)},${Math.round(at.y / CLUSTER)}`;
    const cluster = cells.get(key);
    if (cluster === undefined) cells.set(key, { ...at, spots: [spot] });
    else cluster.spots.push(spot);
  }
  return [...cells.values()];
}

function radiusOf(cluster: Cluster): number {
  return 5 + Math.min(Math.log2(cluster.spots.length) * 1.6, 14);
}

function drawCluster(context: CanvasRenderingContext2D, cluster: Cluster): void {
  const radius = radiusOf(cluster);
  context.fillStyle = 'rgba(11,92,173,0.85)';
  context.strokeStyle = COLOURS.surface;
  context.lineWidth = 1.5;
  context.beginPath();
  context.arc(cluster.x, cluster.y, radius, 0, Math.PI * 2);
  context.fill();
  context.stroke();
  if (cluster.spots.length < 2 || radius < 8) return;
  context.fillStyle = COLOURS.surface;
  context.font = '600 10px system-ui, sans-serif';
  context.textAlign = 'center';
  context.fillText(number(cluster.spots.length), cluster.x, cluster.y + 3.5);
}

function drawNames(context: CanvasRenderingContext2D, clusters: readonly Cluster[]): void {
  const taken: [number, number, number, number][] = [];
  context.font = '12px system-ui, sans-serif';
  context.textAlign = 'left';
  for (const cluster of [...clusters].sort((left, right) => right.spots.length - left.spots.length)) {
    const name = cluster.spots.find((spot) => spot.label !== '')?.label ?? '';
    const x = cluster.x + radiusOf(cluster) + 4;
    const width = context.measureText(name).width;
    const covered = taken.some(
      ([left, top, right, bottom]) =>
        x < right && x + width > left && cluster.y - 8 < bottom && cluster.y + 8 > top,
    );
    if (name === '' || covered) continue;
    taken.push([x, cluster.y - 8, x + width, cluster.y + 8]);
    context.strokeStyle = COLOURS.surface;
    context.lineWidth = 3;
    context.strokeText(name, x, cluster.y + 4);
    context.fillStyle = COLOURS.ink;
    context.fillText(name, x, cluster.y + 4);
  }
}

function drawOutlines(
  context: CanvasRenderingContext2D,
  outlines: readonly (readonly Point[])[],
  camera: Camera,
): void {
  context.strokeStyle = COLOURS.border;
  context.lineWidth = 1;
  context.beginPath();
  for (const line of outlines) {
    line.forEach((point, index) => {
      const at = camera.screen(point);
      if (index === 0) context.moveTo(at.x, at.y);
      else context.lineTo(at.x, at.y);
    });
  }
  context.stroke();
}

function drawCities(
  context: CanvasRenderingContext2D,
  camera: Camera,
  clusters: readonly Point[],
  width: number,
  height: number,
): void {
  context.fillStyle = COLOURS.quiet;
  context.font = '10px system-ui, sans-serif';
  context.textAlign = 'left';
  const taken: Point[] = [...clusters];
  for (const [name, longitude, latitude] of CITIES) {
    const at = camera.screen(project(longitude, latitude));
    const outside = at.x < 0 || at.y < 0 || at.x > width || at.y > height;
    if (outside || taken.some((other) => Math.abs(other.x - at.x) < 76 && Math.abs(other.y - at.y) < 15))
      continue;
    taken.push(at);
    context.fillRect(at.x - 1.5, at.y - 1.5, 3, 3);
    context.fillText(name, at.x + 4, at.y + 3);
  }
}

function drawTracks(context: CanvasRenderingContext2D, model: Model, camera: Camera): void {
  [...model.reach].slice(0, MOST_TRACKS).forEach((id, index) => {
    context.strokeStyle = TRACK_COLOURS[index % TRACK_COLOURS.length] ?? COLOURS.accent;
    context.lineWidth = 1.5;
    context.globalAlpha = 0.6;
    context.beginPath();
    for (const event of model.eventsOf.get(id) ?? []) {
      const point = positionOf(event);
      if (point === null || !model.inPeriod(event.start)) continue;
      const at = camera.screen(point);
      context.lineTo(at.x, at.y);
    }
    context.stroke();
    context.globalAlpha = 1;
  });
}
