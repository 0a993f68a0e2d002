import type { DayRange } from '../../core/search/index.ts';
import { zoneClock } from '../../core/time/index.ts';

const DAY = 86_400_000;

/** The instants between which days lie in a zone; the second is the first that is not of them any more. */
export function dayBounds({ from, to }: DayRange, zone: string): { from: number | null; to: number | null } {
  const clock = zoneClock(zone);
  const start = (day: string): number => Date.parse(`${day}T00:00:00Z`);
  return {
    from: from === null ? null : clock.toInstant(start(from)),
    to: to === null ? null : clock.toInstant(start(to) + DAY),
  };
}
