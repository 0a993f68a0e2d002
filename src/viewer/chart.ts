import type { CaseEntity } from '../core/evidence/case-data.ts';
import type { CaseLine } from '../core/evidence/chart-lines.ts';
import { ENTITY_TYPES, type Shape } from '../core/model/entity-types.ts';
import { ICON_PATHS } from '../core/model/icon-paths.ts';
import type { Strength } from '../core/model/link-types.ts';
import { Camera, steer } from './camera.ts';
import { COLOURS, canvasView } from './dom.ts';
import type { Point } from './layout.ts';
import type { Model } from './model.ts';
import type { Shown } from './shown.ts';
import { number, shownLabel } from './words.ts';

const LARGEST = 11;
const SMALLEST = 5;
const CROWDED = 10;
/** Below this radius an icon is only a blot. */
const ICON_FROM = 8;
const DASHES: Record<Strength, number[]> = { confirmed: [], unconfirmed: [6, 4], tentative: [2, 3] };

/** Marks shrink with the zoom, so that a dense chart stays readable. */
function sizeAt(camera: Camera): number {
  return Math.min(LARGEST, Math.max(SMALLEST, LARGEST * camera.scale * 1.15));
}

/** The link chart: shapes by type, solid / dashed / dotted by strength, thickness by number of contacts. */
export function chartView(model: Model, shown: Shown) {
  const camera = new Camera();
  const degree = (id: string) => model.linesOf.get(id)?.length ?? 0;
  const drawn = () => {
    const entities = shown.entities().sort((left, right) => degree(right.id) - degree(left.id));
    const all = shown.places(entities);
    const positions = new Map(entities.flatMap(({ id }) => [[id, all.get(id) ?? { x: 0, y: 0 }] as const]));
    return { entities, positions, lines: shown.lines(entities) };
  };
  let scene = drawn();
  const { canvas, redraw } = canvasView('chart', (context, width, height) => {
    camera.fit([...scene.positions.values()], width, height, 46, 1.6);
    drawScene(context, model, scene, camera);
  });
  steer(canvas, camera, redraw, (x, y, add) => {
    const hit = nearest(scene.positions, camera, x, y);
    if (hit === null) model.select([]);
    else if (add) model.toggle(hit);
    else model.select([hit]);
  });
  const refresh = (): void => {
    scene = drawn();
    redraw();
  };
  model.onChange(refresh);
  const showWhole = (): void => {
    camera.release();
    redraw();
  };
  return {
    canvas,
    fit: showWhole,
    /** How many of the package's entities are drawn now. */
    count: () => scene.entities.length,
    toggle: () => {
      shown.toggle();
      refresh();
      showWhole();
    },
  };
}

interface Scene {
  readonly entities: readonly CaseEntity[];
  readonly positions: ReadonlyMap<string, Point>;
  readonly lines: readonly CaseLine[];
}

function drawScene(
  context: CanvasRenderingContext2D,
  model: Model,
  { entities, positions, lines }: Scene,
  camera: Camera,
): void {
  const near = neighbours(model);
  for (const line of lines) drawLine(context, line, positions, camera, lineTone(model, line));
  const boxes: [number, number, number, number][] = [];
  const at = (entity: CaseEntity) => camera.screen(positions.get(entity.id) ?? { x: 0, y: 0 });
  for (const entity of [...entities].reverse())
    drawEntity(context, entity, at(entity), sizeAt(camera), tone(model, near, entity.id));
  const ordered = [...entities].sort(
    (left, right) => Number(model.selected.has(right.id)) - Number(model.selected.has(left.id)),
  );
  for (const entity of ordered) {
    if (tone(model, near, entity.id) < 0.5) continue;
    drawLabel(context, entity, at(entity), sizeAt(camera), boxes, model.selected.has(entity.id));
  }
}

function neighbours(model: Model): ReadonlySet<string> {
  const near = new Set(model.selected);
  for (const id of model.selected)
    for (const line of model.linesOf.get(id) ?? []) near.add(line.from).add(line.to);
  return near;
}

function tone(model: Model, near: ReadonlySet<string>, id: string): number {
  return model.selected.size === 0 || near.has(id) ? 1 : 0.22;
}

/** A line between two busy ends is one of many; alone it would hide the others. */
function crowded(model: Model, line: CaseLine): boolean {
  const busy = (id: string) => model.linesOf.get(id)?.length ?? 0;
  return Math.min(busy(line.from), busy(line.to)) > CROWDED;
}

function lineTone(model: Model, line: CaseLine): number {
  if (!model.lineInPeriod(line)) return 0.08;
  if (model.selected.size === 0) return crowded(model, line) ? 0.2 : 0.75;
  return model.selected.has(line.from) || model.selected.has(line.to) ? 1 : 0.1;
}

function nearest(positions: ReadonlyMap<string, Point>, camera: Camera, x: number, y: number): string | null {
  let best: string | null = null;
  let distance = sizeAt(camera) + 6;
  for (const [id, point] of positions) {
    const at = camera.screen(point);
    const away = Math.hypot(at.x - x, at.y - y);
    if (away < distance) [best, distance] = [id, away];
  }
  return best;
}

function drawLine(
  context: CanvasRenderingContext2D,
  line: CaseLine,
  positions: ReadonlyMap<string, Point>,
  camera: Camera,
  alpha: number,
): void {
  const start = positions.get(line.from);
  const finish = positions.get(line.to);
  if (start === undefined || finish === undefined) return;
  const from = camera.screen(start);
  const to = camera.screen(finish);
  context.globalAlpha = alpha;
  context.strokeStyle = COLOURS.line;
  context.lineWidth = Math.min(1 + Math.log2(line.count) * 0.5, 5) * (sizeAt(camera) / LARGEST);
  context.setLineDash(DASHES[line.strength]);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
  context.setLineDash([]);
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (line.directed && length > 3 * sizeAt(camera)) arrow(context, from, to, length, sizeAt(camera));
  if (line.count > 1 && length > 90 && alpha > 0.5) {
    context.fillStyle = COLOURS.quiet;
    context.font = '10px system-ui, sans-serif';
    context.textAlign = 'center';
    context.fillText(number(line.count), (from.x + to.x) / 2, (from.y + to.y) / 2 - 4);
  }
  context.globalAlpha = 1;
}

function arrow(
  context: CanvasRenderingContext2D,
  from: Point,
  to: Point,
  length: number,
  size: number,
): void {
  const x = (to.x - from.x) / length;
  const y = (to.y - from.y) / length;
  const tip = { x: to.x - x * (size + 2), y: to.y - y * (size + 2) };
  const head = size * 0.75;
  const wing = size * 0.38;
  context.fillStyle = COLOURS.line;
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(tip.x - x * head - y * wing, tip.y - y * head + x * wing);
  context.lineTo(tip.x - x * head + y * wing, tip.y - y * head - x * wing);
  context.fill();
}

function drawEntity(
  context: CanvasRenderingContext2D,
  entity: CaseEntity,
  at: Point,
  size: number,
  alpha: number,
): void {
  const { colour, shape, icon } = ENTITY_TYPES[entity.type];
  context.globalAlpha = alpha;
  context.fillStyle = entity.pseudonym ? COLOURS.surface : colour;
  context.strokeStyle = entity.pseudonym ? COLOURS.ink : COLOURS.surface;
  context.lineWidth = entity.pseudonym ? 2 : 1.5;
  context.beginPath();
  outline(context, shape, at, size);
  context.fill();
  context.stroke();
  if (size >= ICON_FROM) drawIcon(context, entity.pseudonym ? 'shutter' : icon, at, size, entity.pseudonym);
  context.globalAlpha = 1;
}

function drawIcon(
  context: CanvasRenderingContext2D,
  icon: string,
  at: Point,
  size: number,
  dark: boolean,
): void {
  const scale = (size * 1.15) / 24;
  context.save();
  context.translate(at.x - 12 * scale, at.y - 12 * scale);
  context.scale(scale, scale);
  context.strokeStyle = dark ? COLOURS.ink : COLOURS.surface;
  context.lineWidth = 2.4;
  context.stroke(new Path2D(ICON_PATHS[icon] ?? ''));
  context.restore();
}

/** The shape of an entity type around a centre. */
function outline(context: CanvasRenderingContext2D, shape: Shape, { x, y }: Point, radius: number): void {
  const corners: Record<Exclude<Shape, 'circle'>, [number, number][]> = {
    box: [
      [-1, -0.85],
      [1, -0.85],
      [1, 0.85],
      [-1, 0.85],
    ],
    diamond: [
      [0, -1.2],
      [1.2, 0],
      [0, 1.2],
      [-1.2, 0],
    ],
    hexagon: [
      [-0.6, -1],
      [0.6, -1],
      [1.15, 0],
      [0.6, 1],
      [-0.6, 1],
      [-1.15, 0],
    ],
    triangle: [
      [0, -1.15],
      [1.1, 0.85],
      [-1.1, 0.85],
    ],
  };
  if (shape === 'circle') context.arc(x, y, radius, 0, Math.PI * 2);
  else {
    for (const [dx, dy] of corners[shape]) context.lineTo(x + dx * radius, y + dy * radius);
    context.closePath();
  }
}

function drawLabel(
  context: CanvasRenderingContext2D,
  entity: CaseEntity,
  at: Point,
  size: number,
  boxes: [number, number, number, number][],
  always: boolean,
): void {
  const label = shownLabel(entity.label, entity.pseudonym);
  context.font = `${always ? '600 ' : ''}12px system-ui, sans-serif`;
  const width = context.measureText(label).width;
  const box: [number, number, number, number] = [
    at.x - width / 2 - 3,
    at.y + size + 3,
    at.x + width / 2 + 3,
    at.y + size + 19,
  ];
  const covered = boxes.some(
    ([left, top, right, bottom]) => box[0] < right && box[2] > left && box[1] < bottom && box[3] > top,
  );
  if (covered && !always) return;
  boxes.push(box);
  context.fillStyle = 'rgba(255,255,255,0.88)';
  context.fillRect(box[0], box[1], width + 6, 16);
  context.fillStyle = always ? COLOURS.accent : COLOURS.ink;
  context.textAlign = 'center';
  context.fillText(label, at.x, at.y + size + 15);
  if (always) {
    context.strokeStyle = COLOURS.accent;
    context.lineWidth = 2.5;
    context.beginPath();
    context.arc(at.x, at.y, size + 4, 0, Math.PI * 2);
    context.stroke();
  }
}
