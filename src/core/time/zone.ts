const FIFTEEN_MINUTES = 900_000;
const CACHE_LIMIT = 50_000;

/** Turns a wall-clock reading of one zone into an instant. */
export interface ZoneClock {
  readonly zone: string;
  /** `wall` is the reading written as if it were UTC milliseconds. A reading that occurs twice means the first one. */
  toInstant(wall: number): number;
}

const clocks = new Map<string, ZoneClock>();

/** Whether the runtime knows the IANA zone name. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * The clock of an IANA zone, summer time included. Offsets are remembered per quarter of an hour, because asking
 * Intl a million times takes minutes.
 */
export function zoneClock(zone: string): ZoneClock {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = zone === 'UTC' ? { zone, toInstant: (wall: number) => wall } : makeClock(zone);
  clocks.set(zone, clock);
  return clock;
}

function makeClock(zone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    era: 'short',
  });
  const offsets = new Map<number, number>();
  let lastKey = Number.NaN;
  let lastOffset = 0;
  return {
    zone,
    toInstant(wall) {
      const key = Math.floor(wall / FIFTEEN_MINUTES);
      if (key !== lastKey) {
        lastOffset = offsets.get(key) ?? remember(offsets, key, localOffset(format, key * FIFTEEN_MINUTES));
        lastKey = key;
      }
      return wall - lastOffset;
    },
  };
}

function remember(offsets: Map<number, number>, key: number, offset: number): number {
  if (offsets.size >= CACHE_LIMIT) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** Offset that was in force at the wall reading; the larger one (earlier instant) where the reading occurs twice. */
function localOffset(format: Intl.DateTimeFormat, wall: number): number {
  const before = offsetAt(format, wall - 86_400_000);
  const after = offsetAt(format, wall + 86_400_000);
  const candidates = before > after ? [before, after] : [after, before];
  for (const candidate of candidates) {
    if (offsetAt(format, wall - candidate) === candidate) return candidate;
  }
  return before;
}

function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const field: Record<string, number> = {};
  let isBefore = false;
  for (const part of format.formatToParts(instant)) {
    if (part.type === 'era') isBefore = part.value.startsWith('B');
    else field[part.type] = Number(part.value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = field;
  const wall = Date.UTC(isBefore ? 1 - year : year, month - 1, day, hour, minute, second);
  return wall - Math.floor(instant / 1000) * 1000;
}
