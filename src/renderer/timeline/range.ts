/** The stretch of time on the screen, ms UTC. All pure: the panel and the tests use the same. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}
const SHORTEST = 2_000;
const LONGEST = 200 * 366 * 86_400_000;
const SMALLEST_BRUSH = 4;

/** Makes the range `factor` times as long, the instant staying where it is. */
export function zoomAt(range: TimeRange, instant: number, factor: number): TimeRange {
  const length = Math.min(LONGEST, Math.max(SHORTEST, (range.to - range.from) * factor));
  const share = (instant - range.from) / (range.to - range.from);
  const from = Math.round(instant - share * length);
  return { from, to: Math.round(from + length) };
}
export function pan(range: TimeRange, pixels: number, width: number): TimeRange {
  const by = Math.round((pixels / width) * (range.to - range.from));
  return { from: range.from - by, to: range.to - by };
}
export function padded(first: number, last: number): TimeRange {
  const edge = Math.max(60_000, Math.round((last - first) * 0.03));
  return { from: first - edge, to: last + edge };
}
export function xOf(range: TimeRange, width: number, instant: number): number {
  return ((instant - range.from) / (range.to - range.from)) * width;
}
export function instantAt(range: TimeRange, width: number, x: number): number {
  return Math.round(range.from + (x / width) * (range.to - range.from));
}
/** The period of a brush drawn between two pixels, either way round; null for a mere click. */
export function periodFromBrush(range: TimeRange, width: number, one: number, two: number): TimeRange | null {
  if (Math.abs(two - one) < SMALLEST_BRUSH) return null;
  return {
    from: instantAt(range, width, Math.min(one, two)),
    to: instantAt(range, width, Math.max(one, two)),
  };
}
