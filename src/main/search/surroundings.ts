import type { Near, SearchProblem, SearchTerm } from '../../core/search/query.ts';
import { kilometresBetween } from '../reference/distance.ts';
import { dayBounds } from './day-bounds.ts';
import type { Look, Sql } from './look.ts';

/** Where and when a search looks: what it means in events. */
export interface Surroundings {
  readonly period: { readonly from: number | null; readonly to: number | null } | null;
  readonly spots: readonly Spot[];
  readonly problems: readonly SearchProblem[];
}

interface Spot {
  readonly latitude: number;
  readonly longitude: number;
  readonly kilometres: number;
}

const KILOMETRES_OF_A_DEGREE = 111.2;
/** So many events in a circle say whom to look at; more say nothing. */
const MOST_EVENTS = 20_000;

type NearTerm = Extract<SearchTerm, { kind: 'near' }>;
type DateTerm = Extract<SearchTerm, { kind: 'date' }>;

export function surroundingsOf(look: Look): Surroundings {
  const terms = look.query.terms.filter(({ excluded }) => !excluded);
  const problems: SearchProblem[] = [];
  const spots = terms
    .filter((term): term is NearTerm => term.kind === 'near')
    .map((term) => spotOf(look, term, problems))
    .filter((spot) => spot !== null);
  const days = terms.filter((term): term is DateTerm => term.kind === 'date');
  return { period: days.length === 0 ? null : periodOf(days, look.zone), spots, problems };
}

/** All of the ranges hold, so the latest beginning and the earliest end count. */
function periodOf(days: readonly DateTerm[], zone: string): NonNullable<Surroundings['period']> {
  const bounds = days.map((range) => dayBounds(range, zone));
  const from = bounds.map((one) => one.from).filter((at) => at !== null);
  const to = bounds.map((one) => one.to).filter((at) => at !== null);
  return {
    from: from.length === 0 ? null : Math.max(...from),
    to: to.length === 0 ? null : Math.min(...to),
  };
}

function spotOf(look: Look, term: NearTerm & Near, problems: SearchProblem[]): Spot | null {
  if ('latitude' in term) return term;
  const { found, meanings } = look.findPlace(term.place);
  if (found !== null)
    return { latitude: found.latitude, longitude: found.longitude, kilometres: term.kilometres };
  const { start, end } = term;
  if (meanings.length === 0) problems.push({ code: 'place-unknown', start, end, text: term.place });
  else problems.push({ code: 'place-several', start, end, text: meanings.slice(0, 5).join('; ') });
  return null;
}

function boxOf({ latitude, longitude, kilometres }: Spot): readonly [number, number, number, number] {
  const north = kilometres / KILOMETRES_OF_A_DEGREE;
  const east = north / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  return [latitude - north, latitude + north, longitude - east, longitude + east];
}

/** Events within the first circle and the period, by the index of positions. */
function eventsNear(look: Look, spot: Spot, when: Sql): number[] {
  const rows = look.database.all<{ seq: number; latitude: number; longitude: number }>(
    `SELECT event.seq, latitude, longitude FROM event_place CROSS JOIN event ON event.seq = event_place.seq
     WHERE south >= ? AND north <= ? AND west >= ? AND east <= ? AND event.file_seq = ?${when.sql} LIMIT ${MOST_EVENTS}`,
    ...boxOf(spot),
    look.fileSeq,
    ...when.values,
  );
  return rows.filter((row) => kilometresBetween(row, spot) <= spot.kilometres).map(({ seq }) => seq);
}

function placesNear(look: Look, spot: Spot): number[] {
  const [south, north, west, east] = boxOf(spot);
  const rows = look.database.all<{ seq: number; latitude: number; longitude: number }>(
    `SELECT entity_seq AS seq, latitude, longitude FROM place
     WHERE file_seq = ? AND entity_seq IS NOT NULL AND latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?`,
    ...[look.fileSeq, south, north, west, east],
  );
  return rows.filter((row) => kilometresBetween(row, spot) <= spot.kilometres).map(({ seq }) => seq);
}

export function whenSql({ period }: Surroundings, column = 'event.start_at'): Sql {
  if (period === null) return { sql: '', values: [] };
  const bounds = [
    [period.from, `${column} >= ?`],
    [period.to, `${column} < ?`],
  ] as const;
  const held = bounds.filter(([at]) => at !== null);
  return {
    sql: `${held.map(([, sql]) => ` AND ${sql}`).join('')} AND ${column} IS NOT NULL`,
    values: held.map(([at]) => at),
  };
}

/** Events in all circles and the period; null where no circle is asked for. */
export function eventsThere(look: Look, around: Surroundings): readonly number[] | null {
  const [first, ...others] = around.spots.map((spot) => eventsNear(look, spot, whenSql(around)));
  if (first === undefined) return null;
  return others.reduce((kept, next) => {
    const also = new Set(next);
    return kept.filter((seq) => also.has(seq));
  }, first);
}

/** Who took part in these events, and, where no period is asked for, the places in the circles themselves. */
export function recordsThere(look: Look, around: Surroundings, events: readonly number[]): number[] {
  const seqs = JSON.stringify(events);
  const rows = look.database.all<{ seq: number }>(
    `SELECT from_seq AS seq FROM json_each(?) m CROSS JOIN event ON event.seq = m.value WHERE from_seq IS NOT NULL
     UNION SELECT to_seq FROM json_each(?) m CROSS JOIN event ON event.seq = m.value WHERE to_seq IS NOT NULL
     UNION SELECT p.entity_seq FROM json_each(?) m CROSS JOIN event_participant p ON p.event_seq = m.value
     UNION SELECT place.entity_seq FROM json_each(?) m CROSS JOIN event ON event.seq = m.value
       JOIN place ON place.seq = event.place_seq WHERE place.entity_seq IS NOT NULL`,
    ...[seqs, seqs, seqs, seqs],
  );
  const taking = rows.map(({ seq }) => seq);
  if (around.period !== null) return taking;
  const [first = [], ...others] = around.spots.map((spot) => placesNear(look, spot));
  const places = others.reduce((kept, next) => kept.filter((seq) => next.includes(seq)), first);
  return [...new Set([...taking, ...places])];
}
