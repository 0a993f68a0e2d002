import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { setPeriod } from '../chart/index.ts';
import { select } from '../workspace/index.ts';
import { clearPeriod } from './commands.ts';
import { eventAt, HISTOGRAM, LABELS, type Picture } from './paint.ts';
import { instantAt, pan, periodFromBrush, type TimeRange, zoomAt } from './range.ts';
import type { Hit, TipPlace } from './Tip.tsx';

interface Drag {
  readonly kind: 'brush' | 'pan';
  readonly x: number;
  readonly range: TimeRange;
  readonly moved: boolean;
}
interface Hand {
  readonly picture: Picture | null;
  readonly range: TimeRange | null;
  readonly plot: number;
  readonly setRange: (range: TimeRange) => void;
  readonly setBrush: (brush: TimeRange | null) => void;
  readonly scrollBy: (pixels: number) => void;
}

function place(event: MouseEvent): [number, number] {
  const box = event.currentTarget.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
}

/** A lane is its entity; a mark is its event with both who take part. */
function choose(hit: Hit | null): void {
  const event = hit?.event ?? null;
  const people = [hit?.lane.entityId ?? null, event?.from ?? null, event?.to ?? null];
  select({
    entityIds: [...new Set(people.filter((id) => id !== null))],
    eventIds: event === null ? [] : [event.id],
  });
}

/** The wheel zooms at the pointer; over the names, or with Shift, it scrolls the lanes. */
function useWheel(area: RefObject<HTMLElement | null>, hand: Hand): void {
  const now = useRef(hand);
  now.current = hand;
  useEffect(() => {
    const host = area.current;
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { range, plot, setRange, scrollBy } = now.current;
      const box = host?.getBoundingClientRect();
      if (range === null || box === undefined) return;
      const x = event.clientX - box.left - LABELS;
      if (x < 0 || event.shiftKey) scrollBy(event.deltaY || event.deltaX);
      else setRange(zoomAt(range, instantAt(range, plot, x), 1.0015 ** event.deltaY));
    };
    host?.addEventListener('wheel', wheel, { passive: false });
    return () => host?.removeEventListener('wheel', wheel);
  }, [area]);
}

function keysOf({ range, plot, setRange }: Hand) {
  return (event: KeyboardEvent): void => {
    if (range === null) return;
    const middle = (range.from + range.to) / 2;
    if (event.key === 'Escape') void clearPeriod();
    else if (event.key === '+' || event.key === '=') setRange(zoomAt(range, middle, 0.5));
    else if (event.key === '-') setRange(zoomAt(range, middle, 2));
    else if (event.key === 'ArrowLeft') setRange(pan(range, plot / 10, plot));
    else if (event.key === 'ArrowRight') setRange(pan(range, -plot / 10, plot));
  };
}

/** Mouse and keys of the timeline: the handlers of its area, and what the pointer rests on. */
export function useHand(area: RefObject<HTMLElement | null>, hand: Hand) {
  const { picture, range, plot } = hand;
  const drag = useRef<Drag | null>(null);
  const [tip, setTip] = useState<TipPlace | null>(null);
  useWheel(area, hand);
  const hitAt = (x: number, y: number): Hit | null => (picture === null ? null : eventAt(picture, x, y));
  const brushTo = ({ range: from, x: start }: Drag, x: number): TimeRange | null =>
    periodFromBrush(from, plot, start - LABELS, x - LABELS);
  const onPointerDown = (event: PointerEvent): void => {
    if (range === null || event.button !== 0) return;
    const [x, y] = place(event);
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { kind: y < HISTOGRAM ? 'brush' : 'pan', x, range, moved: false };
  };
  const onPointerMove = (event: PointerEvent): void => {
    const [x, y] = place(event);
    const now = drag.current;
    if (now === null) {
      const hit = hitAt(x, y);
      setTip(hit === null ? null : { hit, x, y });
      return;
    }
    drag.current = { ...now, moved: now.moved || Math.abs(x - now.x) > 3 };
    if (now.kind === 'brush') hand.setBrush(brushTo(now, x));
    else if (drag.current.moved) hand.setRange(pan(now.range, x - now.x, plot));
  };
  const onPointerUp = (event: PointerEvent): void => {
    const now = drag.current;
    drag.current = null;
    if (now === null) return;
    const [x, y] = place(event);
    if (now.kind === 'brush') {
      const brush = brushTo(now, x);
      const kept = brush === null ? clearPeriod() : setPeriod(brush);
      void kept.finally(() => hand.setBrush(null));
    } else if (!now.moved) choose(hitAt(x, y));
  };
  /** Right-click chooses what it hits, as a left click does. */
  const chooseAt = (event: MouseEvent): void => {
    const hit = hitAt(...place(event));
    if (hit !== null) choose(hit);
  };
  const onPointerLeave = (): void => setTip(null);
  const handlers = { onPointerDown, onPointerMove, onPointerUp, onPointerLeave, onKeyDown: keysOf(hand) };
  return { tip, chooseAt, handlers };
}
