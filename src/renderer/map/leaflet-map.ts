import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { MapPoint } from '../../contract/events.ts';
import type { SelectionMenu } from '../ui/index.ts';
import { select, useSelection } from '../workspace/index.ts';
import type { Cluster } from './clusters.ts';
import { savePng } from './export.ts';
import { hitAt, paintScene, pointsIn, type Scene, zoomThatSplits } from './scene.ts';
import { setShownMap } from './state.ts';
import { mapTheme } from './theme.ts';
import type { MapView } from './view.ts';

const HOME: L.LatLngExpression = [47.6, 28.2];

export interface Hover {
  readonly x: number;
  readonly y: number;
  readonly hit: Cluster | null;
  readonly latitude: number;
  readonly longitude: number;
}
export interface MapHandle {
  show(scene: Scene): void;
  fit(): void;
  dispose(): void;
}
type Box = [number, number, number, number];

function viewOf(map: L.Map): MapView {
  const zoom = map.getZoom();
  const size = map.getSize();
  const center = map.project(map.getCenter(), zoom);
  const [left, top] = [center.x - size.x / 2, center.y - size.y / 2];
  return { scale: 256 * 2 ** zoom, left, top, width: size.x, height: size.y, zoom };
}

function paintOn(
  canvas: HTMLCanvasElement,
  view: MapView,
  scene: Scene,
  ratio: number,
  box: Box | null,
): void {
  canvas.width = Math.round(view.width * ratio);
  canvas.height = Math.round(view.height * ratio);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(ratio, ratio);
  const theme = mapTheme();
  paintScene(context, scene, view, theme);
  if (box === null) return;
  context.strokeStyle = theme.accent;
  context.setLineDash([4, 3]);
  context.strokeRect(box[0], box[1], box[2] - box[0], box[3] - box[1]);
}

function selectPoints(points: readonly MapPoint[], add: boolean): void {
  const before = useSelection.getState();
  const entities = points.flatMap((point) => (point.entityId === null ? [] : [point.entityId]));
  const events = points.filter((point) => point.kind === 'event').map((point) => point.id);
  select({
    entityIds: [...new Set([...(add ? before.entityIds : []), ...entities])],
    eventIds: [...new Set([...(add ? before.eventIds : []), ...events])],
  });
}

/** The camera and the mouse are Leaflet's, the picture is one canvas of ours. No network, no tiles. */
export function startMap(
  host: HTMLElement,
  canvas: HTMLCanvasElement,
  onHover: (hover: Hover | null) => void,
  onMenu: SelectionMenu['open'],
): MapHandle {
  const map = L.map(host, {
    zoomControl: false,
    attributionControl: false,
    preferCanvas: true,
    boxZoom: false,
    doubleClickZoom: true,
    zoomAnimation: false,
    fadeAnimation: false,
    minZoom: 2,
    maxZoom: 18,
    zoomSnap: 0.5,
    worldCopyJump: false,
  }).setView(HOME, 6);
  L.control.scale({ imperial: false, position: 'bottomright' }).addTo(map);
  let scene: Scene | null = null;
  let box: Box | null = null;
  let start: L.Point | null = null;
  let frame = 0;
  const paint = (): void => {
    frame = 0;
    if (scene !== null) paintOn(canvas, viewOf(map), scene, window.devicePixelRatio, box);
  };
  const repaint = (): void => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  const fit = (): void => {
    const points = scene?.points ?? [];
    if (points.length === 0) map.setView(HOME, 6);
    else
      map.fitBounds(L.latLngBounds(points.map((point) => [point.latitude, point.longitude])), {
        padding: [30, 30],
        maxZoom: 13,
      });
  };
  map.on('move zoom resize', repaint);
  map.on('mousedown', (event) => {
    if (!event.originalEvent.shiftKey) return;
    event.originalEvent.preventDefault();
    start = event.containerPoint;
    map.dragging.disable();
  });
  map.on('mousemove', (event) => {
    const { x, y } = event.containerPoint;
    if (start !== null) {
      box = [Math.min(start.x, x), Math.min(start.y, y), Math.max(start.x, x), Math.max(start.y, y)];
      repaint();
      return;
    }
    const hit = scene === null ? null : hitAt(scene, viewOf(map), x, y);
    onHover({ x, y, hit, latitude: event.latlng.lat, longitude: event.latlng.lng });
  });
  map.on('mouseout', () => onHover(null));
  map.on('mouseup', () => {
    if (scene !== null && box !== null) selectPoints(pointsIn(scene, viewOf(map), box), false);
    start = null;
    box = null;
    map.dragging.enable();
    repaint();
  });
  map.on('click', (event) => {
    if (scene === null || event.originalEvent.shiftKey) return;
    const hit = hitAt(scene, viewOf(map), event.containerPoint.x, event.containerPoint.y);
    const zoom = hit === null ? null : zoomThatSplits(scene, hit);
    if (hit !== null && zoom !== null) map.setView([hit.latitude, hit.longitude], zoom);
    else selectPoints(hit?.point ? [hit.point] : [], event.originalEvent.ctrlKey);
  });
  map.on('contextmenu', (event) => {
    const { x, y } = event.containerPoint;
    const point = scene === null ? null : (hitAt(scene, viewOf(map), x, y)?.point ?? null);
    const { entityIds } = useSelection.getState();
    if (point !== null && !entityIds.includes(point.entityId ?? '')) selectPoints([point], false);
    onMenu(event.originalEvent);
  });
  const sizes = new ResizeObserver(() => {
    map.invalidateSize({ animate: false });
    repaint();
  });
  sizes.observe(host);
  const themes = new MutationObserver(repaint);
  themes.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  setShownMap({
    fit,
    zoomBy: (steps) => map.setZoom(map.getZoom() + steps),
    goTo: (latitude, longitude, zoom) => map.setView([latitude, longitude], zoom),
    exportPng: () => (scene === null ? undefined : savePng(scene, viewOf(map))),
  });
  return {
    show(next) {
      scene = next;
      repaint();
    },
    fit,
    dispose() {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      themes.disconnect();
      setShownMap(null);
      map.remove();
    },
  };
}
