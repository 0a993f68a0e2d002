import createLayout from 'ngraph.forcelayout/dist/ngraph.forcelayout2d.js';
import createGraph from 'ngraph.graph';
import { type Point, separate } from './separate.ts';

export type { Point };

export interface PlacedNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** True when it already has its place and must keep it. */
  readonly fixed: boolean;
}
export interface LayoutInput {
  readonly nodes: readonly PlacedNode[];
  readonly lines: readonly (readonly [string, string])[];
}
const SPRING = 150;

/** Number in [0, 1) from a text, so that the same data is always laid out the same way (FNV-1a). */
function unit(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) / 2 ** 32;
}

function neighboursOf(input: LayoutInput): Map<string, string[]> {
  const near = new Map<string, string[]>(input.nodes.map((node) => [node.id, []]));
  for (const [from, to] of input.lines) {
    near.get(from)?.push(to);
    near.get(to)?.push(from);
  }
  return near;
}
function middle(points: readonly Point[]): Point {
  const sum = points.reduce((total, point) => ({ x: total.x + point.x, y: total.y + point.y }), {
    x: 0,
    y: 0,
  });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/**
 * First places: new nodes start around the middle of the neighbours that already stand, the rest on a spiral
 * beside everything; never two on one point.
 */
export function seed(input: LayoutInput): Map<string, Point> {
  const places = new Map<string, Point>();
  for (const node of input.nodes) if (node.fixed) places.set(node.id, { x: node.x, y: node.y });
  const near = neighboursOf(input);
  let waiting = input.nodes.filter((node) => !node.fixed);
  const right = Math.max(0, ...[...places.values()].map((point) => point.x + SPRING * 2));
  let spiral = 0;
  while (waiting.length > 0) {
    const placed: string[] = [];
    for (const node of waiting) {
      const around = (near.get(node.id) ?? []).flatMap((id) => places.get(id) ?? []);
      if (around.length === 0) continue;
      const centre = middle(around);
      const angle = unit(node.id) * 2 * Math.PI;
      const radius = SPRING * (0.8 + unit(`${node.id}#`) * 0.6);
      places.set(node.id, { x: centre.x + Math.cos(angle) * radius, y: centre.y + Math.sin(angle) * radius });
      placed.push(node.id);
    }
    const first = waiting[0];
    if (placed.length === 0 && first !== undefined) {
      const radius = SPRING * 0.9 * Math.sqrt(spiral);
      const angle = spiral++ * 2.39996;
      places.set(first.id, { x: right + Math.cos(angle) * radius, y: Math.sin(angle) * radius });
      placed.push(first.id);
    }
    const done = new Set(placed);
    waiting = waiting.filter((node) => !done.has(node.id));
  }
  return places;
}

/** More nodes, fewer rounds: keeps an arrange of 2,000 entities within seconds on a desk computer. */
function rounds(count: number): number {
  return Math.round(Math.min(400, Math.max(80, 120_000 / Math.max(1, count))));
}

function simulate(input: LayoutInput, places: ReadonlyMap<string, Point>): Map<string, Point> {
  const graph = createGraph();
  for (const node of input.nodes) graph.addNode(node.id);
  for (const [from, to] of input.lines) {
    if (from !== to && places.has(from) && places.has(to)) graph.addLink(from, to);
  }
  const near = neighboursOf(input);
  const layout = createLayout(graph, {
    springLength: SPRING,
    springCoefficient: 0.8,
    gravity: -14,
    theta: 0.9,
    dragCoefficient: 0.9,
    timeStep: 0.5,
    nodeMass: (id) => 1 + (near.get(String(id))?.length ?? 0) / 3,
  });
  for (const node of input.nodes) {
    const place = places.get(node.id) ?? { x: 0, y: 0 };
    layout.setNodePosition(node.id, place.x, place.y);
    const body = graph.getNode(node.id);
    if (node.fixed && body) layout.pinNode(body, true);
  }
  for (let round = rounds(input.nodes.length); round > 0; round--) if (layout.step()) break;
  const result = new Map<string, Point>();
  for (const node of input.nodes) {
    const { x, y } = layout.getNodePosition(node.id);
    result.set(node.id, node.fixed ? { x: node.x, y: node.y } : { x, y });
  }
  layout.dispose();
  return result;
}

/** Places of the nodes that may move; what is fixed keeps its place. Same input, same picture; no overlap. */
export function arrange(input: LayoutInput): Map<string, Point> {
  if (input.nodes.every((node) => node.fixed)) return new Map();
  const forced = simulate(input, seed(input));
  const fixed = new Set(input.nodes.filter((node) => node.fixed).map((node) => node.id));
  const apart = separate(forced, fixed);
  return new Map([...apart].filter(([id]) => !fixed.has(id)));
}

/** All on one circle, in the given order; large enough that neighbours do not touch. */
export function circle(ids: readonly string[], centre: Point): Map<string, Point> {
  const radius = Math.max(120, (ids.length * 100) / (2 * Math.PI));
  const at = (index: number): Point => {
    const angle = (index / ids.length) * 2 * Math.PI - Math.PI / 2;
    return { x: centre.x + Math.cos(angle) * radius, y: centre.y + Math.sin(angle) * radius };
  };
  return new Map(ids.map((id, index) => [id, at(index)]));
}
