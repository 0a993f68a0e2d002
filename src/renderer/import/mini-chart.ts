import { isProtected } from '../../core/model/case-terms.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import type { PreviewRow } from './preview-words.ts';

export interface MiniNode {
  readonly key: string;
  readonly type: EntityType;
  readonly label: string;
  /** Protected by its status in the file: shown as a stand-in. */
  readonly isShut: boolean;
  readonly x: number;
  readonly y: number;
}
export interface MiniEdge {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}
export interface MiniGraph {
  readonly nodes: readonly MiniNode[];
  readonly edges: readonly MiniEdge[];
  /** Things that found no room. */
  readonly hidden: number;
}

const MOST = 60;
const STEPS = 120;

/** The things of the preview and what joins them, with a place for each in a square of one by one. */
export function miniGraph(rows: readonly PreviewRow[]): MiniGraph {
  const things = thingsOf(rows);
  const pairs = pairsOf(rows, things);
  const kept = mostJoined(things, pairs);
  const index = new Map(kept.map((key, at) => [key, at]));
  const edges = [...pairs.values()].flatMap(({ from, to, count }) => {
    const [start, end] = [index.get(from), index.get(to)];
    return start === undefined || end === undefined ? [] : [{ from: start, to: end, count }];
  });
  const places = placed(kept.length, edges);
  const nodes = kept.map((key, at) => ({
    key,
    ...(things.get(key) ?? { type: 'person' as const, label: '', isShut: true }),
    ...(places[at] ?? { x: 0.5, y: 0.5 }),
  }));
  return { nodes, edges, hidden: things.size - kept.length };
}

type Thing = Pick<MiniNode, 'type' | 'label' | 'isShut'>;
interface Pair {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

const keyOf = ({ type, label }: Pick<Thing, 'type' | 'label'>): string => `${type} ${label}`;

function thingsOf(rows: readonly PreviewRow[]): Map<string, Thing> {
  return new Map(
    rows.flatMap(({ entities }) =>
      entities.map(({ type, label, status, minor }): [string, Thing] => [
        keyOf({ type, label }),
        { type, label, isShut: isProtected(status, minor) },
      ]),
    ),
  );
}

/** Links name entities of their row, events the labels of both ends. */
function pairsOf(rows: readonly PreviewRow[], things: ReadonlyMap<string, Thing>): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  const join = (from: string | undefined, to: string | undefined): void => {
    if (from === undefined || to === undefined || from === to || !things.has(from) || !things.has(to)) return;
    const key = [from, to].sort().join('\u0000');
    pairs.set(key, { from, to, count: (pairs.get(key)?.count ?? 0) + 1 });
  };
  for (const { entities, links, events } of rows) {
    const by = (field: 'name' | 'label', value: string | null): string | undefined => {
      const found = entities.find((entity) => entity[field] === value);
      return found === undefined ? undefined : keyOf(found);
    };
    for (const { from, to } of links) join(by('name', from), by('name', to));
    for (const { from, to } of events) join(by('label', from), by('label', to));
  }
  return pairs;
}

function mostJoined(things: ReadonlyMap<string, Thing>, pairs: ReadonlyMap<string, Pair>): string[] {
  const degree = new Map<string, number>();
  for (const { from, to } of pairs.values())
    for (const end of [from, to]) degree.set(end, (degree.get(end) ?? 0) + 1);
  return [...things.keys()]
    .sort((left, right) => (degree.get(right) ?? 0) - (degree.get(left) ?? 0))
    .slice(0, MOST);
}

interface Point {
  x: number;
  y: number;
}

/** Springs along the edges, a push between all, a pull to the middle: from a spiral, so that it is always the same. */
function placed(count: number, edges: readonly MiniEdge[]): Point[] {
  const points: Point[] = Array.from({ length: count }, (_, at) => ({
    x: Math.cos(at * 2.4) * Math.sqrt(at + 1),
    y: Math.sin(at * 2.4) * Math.sqrt(at + 1),
  }));
  for (let step = 0; step < STEPS; step += 1) settle(points, edges, 1 - step / STEPS);
  return fitted(points);
}

function settle(points: Point[], edges: readonly MiniEdge[], heat: number): void {
  const moves = points.map(({ x, y }) => ({ x: -x * 0.03, y: -y * 0.03 }));
  const pull = (one: number, other: number, strength: (distance: number) => number): void => {
    const [a, b, moveA, moveB] = [points[one], points[other], moves[one], moves[other]];
    if (!a || !b || !moveA || !moveB) return;
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const distance = Math.max(0.05, Math.hypot(dx, dy));
    const by = strength(distance) / distance;
    moveA.x += dx * by;
    moveA.y += dy * by;
    moveB.x -= dx * by;
    moveB.y -= dy * by;
  };
  for (let one = 0; one < points.length; one += 1)
    for (let other = one + 1; other < points.length; other += 1)
      pull(one, other, (distance) => -0.6 / distance);
  for (const { from, to } of edges) pull(from, to, (distance) => (distance - 1) * 0.12);
  for (const [at, move] of moves.entries()) {
    const point = points[at];
    if (point === undefined) continue;
    const length = Math.max(1, Math.hypot(move.x, move.y) / (heat + 0.05));
    point.x += move.x / length;
    point.y += move.y / length;
  }
}

function fitted(points: readonly Point[]): Point[] {
  const within = (values: readonly number[]): ((value: number) => number) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return (value) => (most - least < 1e-9 ? 0.5 : (value - least) / (most - least));
  };
  const [toX, toY] = [within(points.map(({ x }) => x)), within(points.map(({ y }) => y))];
  return points.map(({ x, y }) => ({ x: toX(x), y: toY(y) }));
}
