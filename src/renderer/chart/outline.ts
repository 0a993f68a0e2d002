import type { Shape } from '../../core/model/entity-types.ts';
import type { Point } from './layout.ts';
import { NODE_SIZE } from './style.ts';

/** Corners at half size 1; the circle has none. */
const CORNERS: Readonly<Record<Shape, readonly (readonly [number, number])[]>> = {
  circle: [],
  box: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  hexagon: [
    [-1, 0],
    [-0.5, -1],
    [0.5, -1],
    [1, 0],
    [0.5, 1],
    [-0.5, 1],
  ],
  triangle: [
    [0, -1],
    [1, 1],
    [-1, 1],
  ],
};

/** Outline of a shape around 0,0 as path data, at its drawn size unless told. */
export function outline(shape: Shape, size: number = NODE_SIZE[shape]): string {
  const half = size / 2;
  const corners = CORNERS[shape];
  if (corners.length === 0) {
    return `M${-half} 0a${half} ${half} 0 1 0 ${size} 0a${half} ${half} 0 1 0 ${-size} 0Z`;
  }
  return `M${corners.map(([x, y]) => `${x * half} ${y * half}`).join('L')}Z`;
}

/** Distance from the middle of the shape to its edge in the direction of `towards`, chart units. */
export function edgeDistance(shape: Shape, towards: Point): number {
  const half = NODE_SIZE[shape] / 2;
  const length = Math.hypot(towards.x, towards.y);
  const corners = CORNERS[shape];
  if (corners.length === 0 || length === 0) return half;
  const [across, down] = [towards.x / length, towards.y / length];
  for (const [index, [x, y]] of corners.entries()) {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
    const [sideX, sideY] = [nextX - x, nextY - y];
    const cross = across * sideY - down * sideX;
    const along = (x * sideY - y * sideX) / cross;
    const share = (x * down - y * across) / cross;
    if (cross !== 0 && along > 0 && share >= 0 && share <= 1) return along * half;
  }
  return half;
}
