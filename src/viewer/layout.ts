import type { CaseEntity } from '../core/evidence/case-data.ts';
import type { CaseLine } from '../core/evidence/chart-lines.ts';

export interface Point {
  x: number;
  y: number;
}

interface Body extends Point {
  dx: number;
  dy: number;
  fixed: boolean;
}

const SPACING = 90;

/**
 * Where each entity stands: as on the sender's chart where it has a place there, else by a force layout
 * (springs along lines, repulsion from bodies near by, found through a grid). The same data give the same picture.
 */
export function layout(entities: readonly CaseEntity[], lines: readonly CaseLine[]): Map<string, Point> {
  const bodies = new Map<string, Body>();
  const radius = SPACING * Math.sqrt(entities.length) * 0.6;
  entities.forEach((entity, index) => {
    const angle = index * 2.399963;
    const away = radius * Math.sqrt((index + 0.5) / entities.length);
    const [x, y] = entity.position ?? [away * Math.cos(angle), away * Math.sin(angle)];
    bodies.set(entity.id, { x, y, dx: 0, dy: 0, fixed: entity.position !== null });
  });
  const all = [...bodies.values()];
  const springs = lines
    .map((line) => [bodies.get(line.from), bodies.get(line.to)] as const)
    .filter((pair): pair is readonly [Body, Body] => pair[0] !== undefined && pair[1] !== undefined);
  const degree = new Map<Body, number>();
  for (const pair of springs) for (const body of pair) degree.set(body, (degree.get(body) ?? 0) + 1);
  if (all.every((body) => body.fixed)) return bodies;
  const steps = all.length > 3000 ? 60 : all.length > 800 ? 140 : 320;
  for (let step = 0; step < steps; step += 1) {
    repel(all);
    attract(springs, degree);
    move(all, SPACING * (1 - step / steps) + 0.5);
  }
  return bodies;
}

function repel(all: readonly Body[]): void {
  const cell = SPACING * 3;
  const grid = new Map<string, Body[]>();
  for (const body of all) {
    const key = `${Math.floor(body.x / cell)},${Math.floor(body.y / cell)}`;
    const list = grid.get(key);
    if (list === undefined) grid.set(key, [body]);
    else list.push(body);
  }
  for (const body of all) {
    const column = Math.floor(body.x / cell);
    const row = Math.floor(body.y / cell);
    for (let x = column - 1; x <= column + 1; x += 1)
      for (let y = row - 1; y <= row + 1; y += 1)
        for (const other of grid.get(`${x},${y}`) ?? []) if (other !== body) push(body, other);
    body.dx -= body.x * 0.01;
    body.dy -= body.y * 0.02;
  }
}

function push(body: Body, other: Body): void {
  const dx = body.x - other.x || 0.1;
  const dy = body.y - other.y || 0.1;
  const distance = Math.max(Math.hypot(dx, dy), 8);
  const force = (SPACING * SPACING) / (distance * distance);
  body.dx += (dx / distance) * force * 22;
  body.dy += (dy / distance) * force * 22;
}

function attract(springs: readonly (readonly [Body, Body])[], degree: ReadonlyMap<Body, number>): void {
  for (const [from, to] of springs) {
    const dx = to.x - from.x;
    const dy = to.y - from.y;
    const distance = Math.max(Math.hypot(dx, dy), 1);
    const weak = Math.min(degree.get(from) ?? 1, degree.get(to) ?? 1);
    const force = ((distance - SPACING) / distance) * (0.6 / weak);
    from.dx += dx * force;
    from.dy += dy * force;
    to.dx -= dx * force;
    to.dy -= dy * force;
  }
}

function move(all: readonly Body[], most: number): void {
  for (const body of all) {
    const length = Math.hypot(body.dx, body.dy);
    if (!body.fixed && length > 0) {
      const step = Math.min(length, most) / length;
      body.x += body.dx * step;
      body.y += body.dy * step;
    }
    body.dx = 0;
    body.dy = 0;
  }
}
