import type { Output } from '../../contract/index.ts';
import type { EventRow } from '../../contract/terms.ts';
import { EVENT_TYPE_NAMES, type EventType } from '../../core/model/link-types.ts';
import type { Brush } from '../ui/index.ts';
import { BESIDE_NAME, LANE_FONT, measureWith, shortened } from './lane-names.ts';
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
  /** Width of the column with the names of the lanes. */
  readonly names: number;
  readonly range: TimeRange;
  /** The range the fetched counts belong to; it may lag behind while a question is under way. */
  readonly fetched: TimeRange;
  readonly histogram: Histogram | undefined;
  readonly lanes: readonly Lane[];
  readonly offset: number;
  readonly ticks: readonly Tick[];
  /** How to read the heights of the counts, and the date at the left edge where the ticks are hours or seconds. */
  readonly words: { readonly scale: readonly string[]; readonly date: string };
  readonly period: { readonly from: number | null; readonly to: number | null };
  readonly selectedEvents: ReadonlySet<string>;
  readonly selectedEntities: ReadonlySet<string>;
}
export interface Ink {
  readonly back: string;
  readonly text: string;
  readonly line: string;
  readonly accent: string;
}
function screenInk(): Ink {
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
  return picture.names + xOf(picture.range, picture.width - picture.names, instant);
}

/** Share of the full height: the square root, so that one day of thousands does not flatten all the others. */
export function barHeight(count: number, most: number): number {
  return Math.sqrt(count / most);
}
export function highest(histogram: Histogram | undefined): number {
  return Math.max(1, ...(histogram?.counts ?? []));
}
/** The types of event the counts of this picture hold. */
export function typesIn({ histogram }: Picture): EventType[] {
  return EVENT_TYPE_NAMES.filter((type) => histogram?.byType[type]?.some((count) => count > 0) === true);
}

function paintHistogram(context: Brush, picture: Picture): void {
  const { histogram, fetched } = picture;
  if (histogram === undefined) return;
  const most = highest(histogram);
  const each = (fetched.to - fetched.from) / histogram.counts.length;
  histogram.counts.forEach((_count, index) => {
    const left = place(picture, fetched.from + index * each);
    const width = Math.max(1, place(picture, fetched.from + (index + 1) * each) - left - 0.5);
    const total = histogram.counts[index] ?? 0;
    const column = barHeight(total, most) * (HISTOGRAM - 6);
    let bottom = HISTOGRAM;
    for (const type of EVENT_TYPE_NAMES) {
      const height = total === 0 ? 0 : ((histogram.byType[type]?.[index] ?? 0) / total) * column;
      context.fillStyle = EVENT_MARKS[type].colour;
      context.fillRect(left, bottom - height, width, height);
      bottom -= height;
    }
  });
}

function paintTicks(context: Brush, picture: Picture, { line, text }: Ink): void {
  context.textAlign = 'left';
  for (const { at, label } of picture.ticks) {
    const x = place(picture, at);
    context.fillStyle = line;
    context.fillRect(x, 0, 1, picture.height);
    context.fillStyle = text;
    context.fillText(label, x + 4, HISTOGRAM + AXIS / 2);
  }
}

function paintEvent(context: Brush, picture: Picture, event: EventRow, middle: number, ink: Ink): void {
  const span = spanOf(event);
  if (span === null) return;
  const [from, to] = [place(picture, span[0]), place(picture, span[1])];
  if (to < picture.names || from > picture.width) return;
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

function paintLane(context: Brush, picture: Picture, lane: Lane, top: number, ink: Ink): void {
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
  context.fillRect(0, top, picture.names, LANE_HEIGHT);
  context.fillStyle = chosen ? ink.accent : ink.text;
  const name = shortened(lane.label, picture.names - BESIDE_NAME, measureWith(context));
  context.fillText(name, 8, middle);
  context.textAlign = 'right';
  context.fillText(String(lane.total), picture.names - 8, middle);
  context.textAlign = 'left';
  context.fillStyle = ink.line;
  context.fillRect(0, top + LANE_HEIGHT - 1, picture.width, 1);
}

function paintPeriod(context: Brush, picture: Picture, ink: Ink): void {
  const { from, to } = picture.period;
  if (from === null && to === null) return;
  const left = from === null ? picture.names : Math.max(picture.names, place(picture, from));
  const right = to === null ? picture.width : place(picture, to);
  context.fillStyle = ink.accent;
  context.globalAlpha = 0.18;
  context.fillRect(left, 0, Math.max(0, right - left), HISTOGRAM);
  context.globalAlpha = 1;
  for (const x of [left, right]) context.fillRect(x - 1, 0, 2, HISTOGRAM);
}

function paintGutter(context: Brush, picture: Picture, ink: Ink): void {
  context.textAlign = 'left';
  context.fillStyle = ink.text;
  for (const [index, line] of picture.words.scale.entries())
    context.fillText(line, 8, 14 + index * 16, picture.names - 16);
  context.fillText(picture.words.date, 8, HISTOGRAM + AXIS / 2, picture.names - 16);
}

/** The whole timeline; screen and sheet are the same picture. Lanes outside `part` are left out. */
export function paintPicture(
  context: Brush,
  picture: Picture,
  ink: Ink,
  part: { readonly top: number; readonly bottom: number },
): void {
  context.font = LANE_FONT;
  context.textBaseline = 'middle';
  context.fillStyle = ink.back;
  context.fillRect(0, 0, picture.width, picture.height);
  paintTicks(context, picture, ink);
  paintGutter(context, picture, ink);
  context.save();
  context.beginPath();
  context.rect(0, HISTOGRAM + AXIS, picture.width, picture.height);
  context.clip();
  picture.lanes.forEach((lane, index) => {
    const top = HISTOGRAM + AXIS + index * LANE_HEIGHT - picture.offset;
    if (top < part.bottom && top + LANE_HEIGHT > part.top) paintLane(context, picture, lane, top, ink);
  });
  context.restore();
  context.save();
  context.beginPath();
  context.rect(picture.names, 0, picture.width, HISTOGRAM);
  context.clip();
  paintHistogram(context, picture);
  paintPeriod(context, picture, ink);
  context.restore();
}

export function paintTimeline(canvas: HTMLCanvasElement, picture: Picture, ratio: number): void {
  canvas.width = Math.round(picture.width * ratio);
  canvas.height = Math.round(picture.height * ratio);
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(ratio, ratio);
  paintPicture(context, picture, screenInk(), { top: 0, bottom: picture.height });
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
      span !== null &&
      x >= picture.names &&
      x >= place(picture, span[0]) - 6 &&
      x <= place(picture, span[1]) + 6
    );
  });
  return { lane, event: hit ?? null };
}
