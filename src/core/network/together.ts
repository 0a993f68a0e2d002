/** Somebody or something at a place at a time. `cell` groups what counts as the same place. */
export interface Presence {
  readonly id: string;
  readonly place: string;
  readonly at: number;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface Meeting {
  readonly place: string;
  /** Time of the first of the two; the second came `lagMs` later. */
  readonly at: number;
  readonly lagMs: number;
  readonly leader: string;
}

export interface TogetherPair {
  readonly a: string;
  readonly b: string;
  readonly meetings: readonly Meeting[];
  /** Share of the meetings in which the same one came first: 1 = one always leads (a scout car). */
  readonly leadShare: number;
  readonly leader: string;
}

const EARTH_KM = 6371;

/** Great-circle distance in kilometres (haversine). */
export function kilometresBetween(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const radians = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat1) * radians) / 2) ** 2 +
    Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(((lon2 - lon1) * radians) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
}

function near(a: Presence, b: Presence, kilometres: number): boolean {
  if (a.place !== '' && a.place === b.place) return true;
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null)
    return false;
  return kilometresBetween(a.latitude, a.longitude, b.latitude, b.longitude) <= kilometres;
}

/**
 * Pairs that were at the same place within some minutes, at least `minimumTimes` separate times. Sightings of one pair
 * inside the same window count once, so a parking place does not become a convoy.
 */
export function together(
  presences: readonly Presence[],
  options: { minutes: number; kilometres: number; minimumTimes: number },
): TogetherPair[] {
  const window = options.minutes * 60_000;
  const sorted = [...presences].sort((x, y) => x.at - y.at);
  const pairs = new Map<string, Meeting[]>();
  let start = 0;
  for (const [index, later] of sorted.entries()) {
    while (start < index && later.at - (sorted[start]?.at ?? 0) > window) start += 1;
    for (let i = start; i < index; i += 1) {
      const earlier = sorted[i] as Presence;
      if (earlier.id !== later.id && near(earlier, later, options.kilometres))
        addMeeting(pairs, earlier, later, window);
    }
  }
  return [...pairs]
    .filter(([, meetings]) => meetings.length >= options.minimumTimes)
    .map(([key, meetings]) => pairOf(key, meetings))
    .sort((x, y) => y.meetings.length - x.meetings.length || y.leadShare - x.leadShare);
}

function addMeeting(pairs: Map<string, Meeting[]>, earlier: Presence, later: Presence, window: number): void {
  const key = earlier.id < later.id ? `${earlier.id}|${later.id}` : `${later.id}|${earlier.id}`;
  const meetings = pairs.get(key) ?? [];
  const last = meetings.at(-1);
  if (last !== undefined && earlier.at - last.at <= Math.max(window, 60_000)) return;
  meetings.push({
    place: earlier.place || later.place,
    at: earlier.at,
    lagMs: later.at - earlier.at,
    leader: earlier.id,
  });
  pairs.set(key, meetings);
}

function pairOf(key: string, meetings: readonly Meeting[]): TogetherPair {
  const [a = '', b = ''] = key.split('|');
  const ledByA = meetings.filter((meeting) => meeting.leader === a).length;
  const leader = ledByA * 2 >= meetings.length ? a : b;
  return { a, b, meetings, leader, leadShare: Math.max(ledByA, meetings.length - ledByA) / meetings.length };
}
