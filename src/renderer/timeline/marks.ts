import type { EventType } from '../../core/model/link-types.ts';
import type { Brush } from '../ui/index.ts';

/** Signs of the event types on map and timeline: a shape and a colour-blind-safe colour, never colour alone. */
export type MarkShape = 'circle' | 'box' | 'diamond' | 'triangle' | 'hexagon' | 'cross';
export interface MarkStyle {
  readonly shape: MarkShape;
  readonly colour: string;
}

export const EVENT_MARKS: Readonly<Record<EventType, MarkStyle>> = {
  call: { shape: 'circle', colour: '#0072B2' },
  message: { shape: 'box', colour: '#56B4E9' },
  payment: { shape: 'triangle', colour: '#E69F00' },
  border_crossing: { shape: 'diamond', colour: '#CC79A7' },
  position: { shape: 'circle', colour: '#009E73' },
  meeting: { shape: 'hexagon', colour: '#009E73' },
  offence: { shape: 'cross', colour: '#D55E00' },
  seizure: { shape: 'box', colour: '#D55E00' },
  arrest: { shape: 'hexagon', colour: '#D55E00' },
  movement: { shape: 'diamond', colour: '#009E73' },
  travel_booking: { shape: 'diamond', colour: '#0072B2' },
  recruitment: { shape: 'hexagon', colour: '#CC79A7' },
  statement: { shape: 'box', colour: '#7A7A7A' },
  upload: { shape: 'triangle', colour: '#56B4E9' },
  other: { shape: 'circle', colour: '#7A7A7A' },
};
export const PLACE_MARK: MarkStyle = { shape: 'diamond', colour: '#B59B00' };

const CORNERS: Readonly<Record<'diamond' | 'triangle' | 'hexagon', readonly (readonly [number, number])[]>> =
  {
    diamond: [
      [0, -1.2],
      [1.2, 0],
      [0, 1.2],
      [-1.2, 0],
    ],
    triangle: [
      [0, -1.1],
      [1.1, 0.9],
      [-1.1, 0.9],
    ],
    hexagon: [
      [-0.55, -1],
      [0.55, -1],
      [1.1, 0],
      [0.55, 1],
      [-0.55, 1],
      [-1.1, 0],
    ],
  };

function outline(context: Brush, shape: MarkShape, x: number, y: number, size: number): void {
  context.beginPath();
  if (shape === 'circle') context.arc(x, y, size, 0, 2 * Math.PI);
  else if (shape === 'box') context.rect(x - size, y - size, 2 * size, 2 * size);
  else if (shape === 'cross') {
    context.rect(x - size * 1.1, y - size * 0.4, size * 2.2, size * 0.8);
    context.rect(x - size * 0.4, y - size * 1.1, size * 0.8, size * 2.2);
  } else {
    for (const [dx, dy] of CORNERS[shape]) context.lineTo(x + dx * size, y + dy * size);
    context.closePath();
  }
}

/** One mark in pixels; `edge` is the colour of its outline, the accent where it is selected. */
export function drawMark(
  context: Brush,
  mark: MarkStyle,
  at: readonly [x: number, y: number, size: number],
  edge: string,
): void {
  outline(context, mark.shape, ...at);
  context.fillStyle = mark.colour;
  context.fill();
  context.strokeStyle = edge;
  context.stroke();
}
