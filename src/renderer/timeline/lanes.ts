import type { EventRow } from '../../contract/terms.ts';
import type { Precision } from '../../core/time/index.ts';

export const LANE_HEIGHT = 28;
/** Above this many events in view a lane shows counts instead of single marks. */
export const DETAIL_LIMIT = 100;

/** Index of the first lane on the screen and how many are seen, one more for the cut one. */
export function lanesInView(
  scrolled: number,
  height: number,
  total: number,
): { first: number; count: number } {
  const first = Math.min(Math.max(0, Math.floor(scrolled / LANE_HEIGHT)), Math.max(0, total - 1));
  return { first, count: Math.min(total - first, Math.ceil(height / LANE_HEIGHT) + 1) };
}

const LENGTHS: Readonly<Record<Precision, number>> = {
  year: 365 * 86_400_000,
  month: 30 * 86_400_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1_000,
  millisecond: 1,
};
/** From when to when an event is drawn: its own length, or as wide as the source was exact. Null = undated. */
export function spanOf(
  event: Pick<EventRow, 'start' | 'end' | 'durationSeconds' | 'precision'>,
): [number, number] | null {
  if (event.start === null) return null;
  const lasted = event.end ?? event.start + (event.durationSeconds ?? 0) * 1_000;
  return [event.start, Math.max(lasted, event.start + LENGTHS[event.precision])];
}
