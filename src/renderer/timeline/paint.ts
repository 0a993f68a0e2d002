import type { Output } from '../../contract/index.ts';
import type { EventRow } from '../../contract/terms.ts';
import { EVENT_TYPE_NAMES } from '../../core/model/link-types.ts';
import { LANE_HEIGHT, spanOf } from './lanes.ts';
import { drawMark, EVENT_MARKS } from './marks.ts';
import { type TimeRange, xOf } from './range.ts';
import type { Tick } from './ticks.ts';

export type Histogram = Output<'event.histogram'>;
export type Lane = Output<'event.lanes'>['lanes'][number];
export const LABELS = 150;
export const HISTOGRAM = 64;
export const AXIS = 20;

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly range: TimeRange;
  /** The range the fetched counts belong to; it may lag behind while a question is under way. */
  readonly fetched: TimeRange;
  readonly histogram: Histogram | undefined;
  /** What the bars mean, for the room beside them. */
  readonly scaleWords: (most: number) => readonly string[];
  readonly lanes: readonly Lane[];
  readonly offset: number;
  readonly ticks: readonly Tick[];
  readonly period: { readonly from: number | null; readonly to: number | null };
  readonly selectedEvents: ReadonlySet<string>;
  readonly selectedEntities: ReadonlySet<string>;
}
interface Colours {
  readonly back: string;
  readonly text: string;
  readonly line: string;
  readonly accent: string;
}
function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    back: read('--surface-raised'),
    text: read('--text'),
    line: read('--line'),
    accent: read('--accent'),
  };
}
function place(picture: Picture, instant: number): number {
  return LABELS + xOf(picture.range, picture.width - LABELS, instant);
}

function paintHistogram(context: CanvasRenderingContext2D, picture: Picture, { text }: Colours): void {
  const { histogram, fetched } = picture;
  if (histogram === undefined) return;
  const most = Math.max(1, ...histogram.counts);
  const each = (fetched.to - fetched.from) / histogram.counts.length;
  context.textAlign = 'left';
  context.fillStyle = text;
  picture.scaleWords(most).forEach((line, index) => {
    context.fillText(line, 6, 16 + index * 15, LABELS - 10);
  });
  histogram.counts.forEach((_, index) => {
    const left = place(picture, fetched.from + index * each);
    const width = Math.max(1, place(picture, fetched.from + (index + 1) * each) - left - 0.5);
    // One day of positions has hundreds of times the events of a day of calls: by square root both are seen.
    const whole = Math.sqrt((histogram.counts[index] ?? 0) / most) * (HISTOGRAM - 6);
    let bottom = HISTOGRAM;
    for (const type of EVENT_TYPE_NAMES) {
      const share = (histogram.byType[type]?.[index] ?? 0) / Math.max(1, histogram.counts[index] ?? 0);
      const height = share * whole;
      context.fillStyle = EVENT_MARKS[type].colour;
      context.fillRect(left, bottom - height, width, height);
      bottom -= height;
    }
  });
}

function paintTicks(context: CanvasRenderingContext2D, picture: Picture, { line, text }: Colours): void {
  context.textAlign = 'left';
  for (const { at, label } of picture.ticks) {
    const x = place(picture, at);
    context.fillStyle = line;
    context.fillRect(x, 0, 1, picture.height);
    context.fillStyle = text;
    context.fillText(label, x + 4, HISTOGRAM + AXIS / 2);
  }
}

function paintEvent(
  context: CanvasRenderingContext2D,
  picture: Picture,
  event: EventRow,
  middle: number,
  ink: Colours,
): void {
  const span = spanOf(event);
  if (span === null) return;
  const [from, to] = [place(picture, span[0]), place(picture, span[1])];
  if (to < LABELS || from > picture.width) return;
  const mark = EVENT_MARKS[event.type];
  const chosen = picture.selectedEvents.has(event.id);
  if (to - from > 3) {
    context.fillStyle = mark.colour;
    context.globalAlpha = 0.35;
    context.fillRect(from, middle - 5, to - from, 10);
    context.globalAlpha = 1;
  }
  context.lineWidth = chosen ? 3 : 1;
  drawMark(context, mark, [from, middle, chosen ? 6 : 4.5], chosen ? ink.accent : ink.back);
}

function paintLane(
  context: CanvasRenderingContext2D,
  picture: Picture,
  lane: Lane,
  top: number,
  ink: Colours,
): void {
  const middle = top + LANE_HEIGHT / 2;
  if (lane.events !== null) for (const event of lane.events) paintEvent(context, picture, event, middle, ink);
  else {
    const most = Math.log1p(Math.max(1, ...lane.counts));
    const each = (picture.fetched.to - picture.fetched.from) / lane.counts.length;
    context.fillStyle = ink.accent;
    lane.counts.forEach((count, index) => {
      if (count === 0) return;
      const left = place(picture, picture.fetched.from + index * each);
      context.globalAlpha = 0.2 + 0.8 * (Math.log1p(count) / most);
      const width = place(picture, picture.fetched.from + (index + 1) * each) - left;
      context.fillRect(left, top + 5, Math.max(1.5, width), LANE_HEIGHT - 10);
    });
    context.globalAlpha = 1;
  }
  const chosen = picture.selectedEntities.has(lane.entityId);
  context.fillStyle = ink.back;
  context.fillRect(0, top, LABELS, LANE_HEIGHT);
  context.fillStyle = chosen ? ink.accent : ink.text;
  context.fillText(lane.label, 8, middle, LABELS - 56);
  context.textAlign = 'right';
  context.fillText(String(lane.total), LABELS - 8, middle);
  context.textAlign = 'left';
  context.fillStyle = ink.line;
  context.fillRect(0, top + LANE_HEIGHT - 1, picture.width, 1);
}

function paintPeriod(context: CanvasRenderingContext2D, picture: Picture, ink: Colours): void {
  const { from, to } = picture.period;
  if (from === null && to === null) return;
  const left = from === null ? LABELS : Math.max(LABELS, place(picture, from));
  const right = to === null ? picture.width : place(picture, to);
  context.fillStyle = ink.accent;
  context.globalAlpha = 0.18;
  context.fillRect(left, 0, Math.max(0, right - left), HISTOGRAM);
  context.globalAlpha = 1;
  for (const x of [left, right]) context.fillRect(x - 1, 0, 2, HISTOGRAM);
}

/** The whole timeline in pixels; screen and PNG are the same picture. */
export function paintTimeline(canvas: HTMLCanvasElement, picture: Picture, ratio: number): void {
  canvas.width = Math.round(picture.width * ratio);
  canvas.height = Math.round(picture.height * ratio);
  const context = canvas.getContext('2d');
  if (context === null) return;
  const ink = colours();
  context.scale(ratio, ratio);
  context.font = '12px "Noto Sans", system-ui, sans-serif';
  context.textBaseline = 'middle';
  context.fillStyle = ink.back;
  context.fillRect(0, 0, picture.width, picture.height);
  paintTicks(context, picture, ink);
  context.save();
  context.beginPath();
  context.rect(0, HISTOGRAM + AXIS, picture.width, picture.height);
  context.clip();
  picture.lanes.forEach((lane, index) => {
    paintLane(context, picture, lane, HISTOGRAM + AXIS + index * LANE_HEIGHT - picture.offset, ink);
  });
  context.restore();
  context.save();
  context.beginPath();
  context.rect(LABELS, 0, picture.width, HISTOGRAM);
  context.clip();
  paintHistogram(context, picture, ink);
  paintPeriod(context, picture, ink);
  context.restore();
}

/** The event drawn under the pointer, the last painted first. */
export function eventAt(
  picture: Picture,
  x: number,
  y: number,
): { lane: Lane; event: EventRow | null } | null {
  const row = Math.floor((y - HISTOGRAM - AXIS + picture.offset) / LANE_HEIGHT);
  const lane = y < HISTOGRAM + AXIS ? undefined : picture.lanes[row];
  if (lane === undefined) return null;
  const hit = lane.events?.findLast((event) => {
    const span = spanOf(event);
    return (
      span !== null && x >= LABELS && x >= place(picture, span[0]) - 6 && x <= place(picture, span[1]) + 6
    );
  });
  return { lane, event: hit ?? null };
}
