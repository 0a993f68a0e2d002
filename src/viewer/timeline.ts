import type { CaseEvent } from '../core/evidence/case-data.ts';
import { ENTITY_TYPES } from '../core/model/entity-types.ts';
import { COLOURS, canvasView } from './dom.ts';
import type { Model } from './model.ts';
import { instant, number, shownLabel, t } from './words.ts';

const HISTOGRAM = 64;
const AXIS = 18;
const LANE = 24;
/** Room for a whole IBAN. */
const NAMES = 236;
const DAY = 86_400_000;

interface Span {
  readonly first: number;
  readonly last: number;
}

/** Histogram of all events and one lane per entity; dragging chooses a period for every view. */
export function timelineView(model: Model) {
  const dated = model.events.filter((event) => event.start !== null);
  const span = spanOf(dated);
  let drag: { from: number; to: number } | null = null;
  const { canvas, redraw } = canvasView('timeline', (context, width, height) => {
    const x = scale(span, width);
    if (drag !== null || model.period !== null) {
      const [from, to] = drag === null ? (model.period ?? [0, 0]).map(x) : [drag.from, drag.to];
      context.fillStyle = 'rgba(11,92,173,0.12)';
      context.fillRect(Math.min(from ?? 0, to ?? 0), 0, Math.abs((to ?? 0) - (from ?? 0)), height);
    }
    drawAxis(context, span, x, width, height);
    drawHistogram(
      context,
      dated.filter((event) => model.concerns(event)),
      x,
      width,
    );
    const lanes = laneEntities(model, Math.floor((height - HISTOGRAM - AXIS) / LANE));
    lanes.forEach((id, index) => {
      drawLane(context, model, id, x, HISTOGRAM + AXIS + index * LANE, width);
    });
  });
  const choose = (event: PointerEvent) => {
    const chosen = drag;
    drag = null;
    if (chosen === null) return;
    const back = inverse(span, canvas.clientWidth);
    const [from, to] = [Math.min(chosen.from, chosen.to), Math.max(chosen.from, chosen.to)];
    if (to - from > 4) model.setPeriod([back(from), back(to)]);
    else if (event.offsetX < NAMES) selectLane(event.offsetY);
    else model.setPeriod(null);
  };
  const selectLane = (y: number) => {
    const lanes = laneEntities(model, Math.floor((canvas.clientHeight - HISTOGRAM - AXIS) / LANE));
    const id = lanes[Math.floor((y - HISTOGRAM - AXIS) / LANE)];
    if (id !== undefined) model.select([id]);
  };
  canvas.addEventListener('pointerdown', (event) => {
    drag = { from: event.offsetX, to: event.offsetX };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (drag === null) return;
    drag.to = event.offsetX;
    redraw();
  });
  canvas.addEventListener('pointerup', choose);
  model.onChange(redraw);
  return { canvas, empty: dated.length === 0 };
}

function spanOf(dated: readonly CaseEvent[]): Span {
  const first = dated[0]?.start ?? 0;
  const last = dated.at(-1)?.start ?? first + DAY;
  const margin = Math.max((last - first) * 0.01, 60_000);
  return { first: first - margin, last: last + margin };
}

function scale(span: Span, width: number): (at: number) => number {
  return (at) => NAMES + ((at - span.first) / (span.last - span.first)) * (width - NAMES - 10);
}

function inverse(span: Span, width: number): (x: number) => number {
  return (x) => Math.round(span.first + ((x - NAMES) / (width - NAMES - 10)) * (span.last - span.first));
}

function laneEntities(model: Model, most: number): string[] {
  const busy = (id: string) => model.eventsOf.get(id)?.length ?? 0;
  const chosen = model.selected.size > 0 ? [...model.reach] : [...model.eventsOf.keys()];
  return chosen.sort((left, right) => busy(right) - busy(left)).slice(0, Math.max(most, 0));
}

function drawHistogram(
  context: CanvasRenderingContext2D,
  events: readonly CaseEvent[],
  x: (at: number) => number,
  width: number,
): void {
  const bar = 6;
  const counts = new Uint32Array(Math.ceil(width / bar));
  for (const event of events) {
    const index = Math.floor(x(event.start ?? 0) / bar);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  context.fillStyle = COLOURS.accent;
  counts.forEach((count, index) => {
    // By square root: one day of positions must not flatten the days of calls.
    const tall = Math.sqrt(count / most) * (HISTOGRAM - 14);
    if (count > 0)
      context.fillRect(index * bar, HISTOGRAM - Math.max(tall, 1.5), bar - 1, Math.max(tall, 1.5));
  });
  context.fillStyle = COLOURS.quiet;
  context.font = '11px system-ui, sans-serif';
  context.textAlign = 'right';
  context.fillText(number(most), NAMES - 8, 18);
  context.fillText(t('viewer:shown.scale'), NAMES - 8, 34);
  context.fillText('0', NAMES - 8, HISTOGRAM);
}

function drawAxis(
  context: CanvasRenderingContext2D,
  span: Span,
  x: (at: number) => number,
  width: number,
  height: number,
): void {
  const wanted = Math.max(2, Math.floor((width - NAMES) / 110));
  const steps = [1 / 24, 1 / 4, 1, 2, 7, 14, 30, 91, 365].map((days) => days * DAY);
  const step = steps.find((one) => (span.last - span.first) / one <= wanted) ?? 3650 * DAY;
  context.strokeStyle = COLOURS.grid;
  context.fillStyle = COLOURS.quiet;
  context.font = '11px system-ui, sans-serif';
  context.textAlign = 'center';
  context.lineWidth = 1;
  for (let at = Math.ceil(span.first / step) * step; at <= span.last; at += step) {
    context.beginPath();
    context.moveTo(x(at), 0);
    context.lineTo(x(at), height);
    context.stroke();
    const text = new Date(at).toISOString();
    context.fillText(
      step < DAY ? text.slice(5, 16).replace('T', ' ') : text.slice(0, 10),
      x(at),
      HISTOGRAM + 13,
    );
  }
}

function drawLane(
  context: CanvasRenderingContext2D,
  model: Model,
  id: string,
  x: (at: number) => number,
  top: number,
  width: number,
): void {
  const entity = model.entities.get(id);
  if (entity === undefined) return;
  const middle = top + LANE / 2;
  context.strokeStyle = COLOURS.grid;
  context.beginPath();
  context.moveTo(NAMES, middle);
  context.lineTo(width - 10, middle);
  context.stroke();
  const { colour } = ENTITY_TYPES[entity.type];
  context.globalAlpha = 0.7;
  context.fillStyle = colour;
  for (const event of model.eventsOf.get(id) ?? [])
    if (event.start !== null && model.inPeriod(event.start))
      context.fillRect(x(event.start) - 1, top + 4, 2.5, LANE - 8);
  context.globalAlpha = 1;
  context.fillStyle = COLOURS.surface;
  context.fillRect(0, top, NAMES - 4, LANE);
  context.fillStyle = model.selected.has(id) ? COLOURS.accent : COLOURS.ink;
  context.font = `${model.selected.has(id) ? '600 ' : ''}12px system-ui, sans-serif`;
  context.textAlign = 'right';
  context.fillText(shownLabel(entity.label, entity.pseudonym), NAMES - 8, middle + 4, NAMES - 14);
}

/** The period in words, for the bar above the views. */
export function periodText(period: readonly [number, number]): string {
  return `${instant(period[0])} – ${instant(period[1])} UTC`;
}
