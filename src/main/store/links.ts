import type { LinkSummary } from '../../contract/terms.ts';
import { LINK_TYPES, type LinkType, type Strength } from '../../core/model/link-types.ts';
import type { Period } from '../../core/time/precision.ts';
import type { ReadableDatabase, SqlValue } from '../vault/database.ts';
import type { EvidenceScope } from './evidence-scope.ts';
import { type Members, membersOf } from './members.ts';
import { EVENT_LINK } from './summaries.ts';

/** One grouped row of the summaries before it becomes a chart line. */
interface Part {
  from_seq: number;
  to_seq: number;
  type: LinkType;
  strength: number;
  currency: string;
  count: number;
  sum_minor: number;
  first_at: number | null;
  last_at: number | null;
}

const STRENGTH_RANK = "min(CASE strength WHEN 'confirmed' THEN 0 WHEN 'unconfirmed' THEN 1 ELSE 2 END)";
const RANKED: readonly Strength[] = ['confirmed', 'unconfirmed', 'tentative'];

export function isOpenPeriod(period: Period | undefined): boolean {
  return period === undefined || (period.from === null && period.to === null);
}

/** What of the chart lines is wanted; all of them where a part is left out. */
export interface LineOptions {
  readonly linkTypes?: readonly LinkType[] | undefined;
  readonly period?: Period | undefined;
  readonly evidence?: EvidenceScope | null | undefined;
}

/**
 * Lines among the entities of a working set (`json` = array of seqs): from the kept summaries, or counted from the
 * events where a period narrows them. Hand-made links are inside a period when their interval touches it.
 */
export function linesAmong(
  database: ReadableDatabase,
  seqs: readonly number[],
  options: LineOptions,
): Part[] {
  const members = membersOf(database);
  const json = JSON.stringify(members.withMembers(seqs));
  const types = options.linkTypes === undefined ? null : JSON.stringify(options.linkTypes);
  const evidence = options.evidence ?? null;
  const rows =
    isOpenPeriod(options.period) && evidence === null
      ? fromSummaries(database, json)
      : counted(database, json, options.period, evidence);
  const wanted = types === null ? null : new Set<string>(options.linkTypes);
  const shown = members.isEmpty ? rows : asShown(rows, members);
  return wanted === null ? shown : shown.filter((row) => wanted.has(row.type));
}

/** Lines between what is shown: those of members are added up; what joins two members of one record is no line. */
function asShown(rows: readonly Part[], members: Members): Part[] {
  const found = new Map<string, Part>();
  for (const row of rows) {
    const from_seq = members.leadOf(row.from_seq);
    const to_seq = members.leadOf(row.to_seq);
    if (from_seq === to_seq && row.from_seq !== row.to_seq) continue;
    const key = `${from_seq}|${to_seq}|${row.type}|${row.currency}`;
    const before = found.get(key);
    if (before === undefined) found.set(key, { ...row, from_seq, to_seq });
    else {
      before.count += row.count;
      before.sum_minor += row.sum_minor;
      before.strength = Math.min(before.strength, row.strength);
      before.first_at = least(before.first_at, row.first_at);
      before.last_at = greatest(before.last_at, row.last_at);
    }
  }
  return [...found.values()];
}

function fromSummaries(database: ReadableDatabase, json: string): Part[] {
  return database.all<Part>(
    `WITH member(seq) AS (SELECT value FROM json_each(?))
     SELECT s.from_seq, s.to_seq, s.type, ${STRENGTH_RANK} AS strength, s.currency, sum(s.count) AS count, sum(s.sum_minor) AS sum_minor,
       min(s.first_at) AS first_at, max(s.last_at) AS last_at
     FROM member CROSS JOIN link_summary s ON s.from_seq = member.seq
     WHERE s.to_seq IN (SELECT seq FROM member) GROUP BY s.from_seq, s.to_seq, s.type, s.currency`,
    json,
  );
}

/** Counted anew from events and links: the kept summaries know neither the time nor who said it. */
function counted(
  database: ReadableDatabase,
  json: string,
  period: Period | undefined,
  evidence: EvidenceScope | null,
): Part[] {
  const time = isOpenPeriod(period) ? null : boundsOf(period as Period);
  return [...fromEvents(database, json, time, evidence), ...fromLinks(database, json, time, evidence)];
}

interface Bounds {
  readonly from: number;
  readonly to: number;
}
function boundsOf(period: Period): Bounds {
  return { from: period.from ?? Number.MIN_SAFE_INTEGER, to: period.to ?? Number.MAX_SAFE_INTEGER };
}

function fromEvents(
  database: ReadableDatabase,
  json: string,
  time: Bounds | null,
  evidence: EvidenceScope | null,
): Part[] {
  const within = time === null ? '' : 'AND event.start_at >= ? AND event.start_at < ?';
  const said = evidence === null ? '' : 'AND event.source_seq IN (SELECT value FROM json_each(?))';
  const values: SqlValue[] = [json];
  if (time !== null) values.push(time.from, time.to);
  if (evidence !== null) values.push(evidence.eventSources);
  return database.all<Part>(
    `WITH member(seq) AS (SELECT value FROM json_each(?))
     SELECT event.from_seq, event.to_seq, ${EVENT_LINK} AS type, 0 AS strength, coalesce(event.currency, '') AS currency, count(*) AS count,
       coalesce(sum(event.amount_minor), 0) AS sum_minor, min(event.start_at) AS first_at, max(event.start_at) AS last_at
     FROM member CROSS JOIN event INDEXED BY event_by_from ON event.from_seq = member.seq ${within}
     WHERE event.to_seq IN (SELECT seq FROM member) AND ${EVENT_LINK} IS NOT NULL ${said}
     GROUP BY event.from_seq, event.to_seq, type, currency`,
    ...values,
  );
}

function fromLinks(
  database: ReadableDatabase,
  json: string,
  time: Bounds | null,
  evidence: EvidenceScope | null,
): Part[] {
  const within = time === null ? '' : 'AND coalesce(link.start_at, ?) < ? AND coalesce(link.end_at, ?) >= ?';
  const said =
    evidence === null
      ? ''
      : `AND EXISTS (SELECT 1 FROM assertion a WHERE a.link_seq = link.seq AND ${evidence.factSql})`;
  const values: SqlValue[] = [json];
  if (time !== null) values.push(time.from, time.to, time.to, time.from);
  if (evidence !== null) values.push(...evidence.factValues);
  return database.all<Part>(
    `WITH member(seq) AS (SELECT value FROM json_each(?))
     SELECT link.from_seq, link.to_seq, link.type, ${STRENGTH_RANK} AS strength, '' AS currency, count(*) AS count, 0 AS sum_minor,
       min(link.start_at) AS first_at, max(link.end_at) AS last_at
     FROM member CROSS JOIN link ON link.from_seq = member.seq
     WHERE link.to_seq IN (SELECT seq FROM member) ${within} ${said}
     GROUP BY link.from_seq, link.to_seq, link.type`,
    ...values,
  );
}

export function lineKey(from: string, to: string, type: string): string {
  return `${from}|${to}|${type}`;
}

/** Parts (one per currency) joined to chart lines; `idOf` gives the outside id of an entity. */
export function linkSummaries(parts: readonly Part[], idOf: (seq: number) => string): LinkSummary[] {
  const lines = new Map<string, LinkSummary>();
  for (const part of parts) {
    const from = idOf(part.from_seq);
    const to = idOf(part.to_seq);
    const key = lineKey(from, to, part.type);
    const before = lines.get(key);
    const sums =
      part.sum_minor === 0 || part.currency === ''
        ? []
        : [{ currency: part.currency, minor: part.sum_minor }];
    const strength = RANKED[part.strength] ?? 'tentative';
    lines.set(key, {
      key,
      from,
      to,
      type: part.type,
      directed: LINK_TYPES[part.type].directed,
      strength:
        before === undefined || RANKED.indexOf(strength) < RANKED.indexOf(before.strength)
          ? strength
          : before.strength,
      count: (before?.count ?? 0) + part.count,
      sums: [...(before?.sums ?? []), ...sums],
      first: least(before?.first, part.first_at),
      last: greatest(before?.last, part.last_at),
    });
  }
  return [...lines.values()];
}

function least(a: number | null | undefined, b: number | null): number | null {
  if (a === null || a === undefined) return b;
  return b === null ? a : Math.min(a, b);
}
function greatest(a: number | null | undefined, b: number | null): number | null {
  if (a === null || a === undefined) return b;
  return b === null ? a : Math.max(a, b);
}

export interface Neighbour {
  seq: number;
  type: LinkType;
  count: number;
}

/** Neighbours of the asked entities by link type, strongest contact first, without the asked and the excluded ones. */
export function neighbours(
  database: ReadableDatabase,
  seqs: readonly number[],
  options: LineOptions & { readonly exclude: readonly number[] },
): Neighbour[] {
  const members = membersOf(database);
  const asked = members.withMembers(seqs);
  const found = isOpenPeriod(options.period)
    ? summaryNeighbours(database, asked)
    : eventNeighbours(database, asked, options.period as Period);
  const rows = members.isEmpty ? found : neighboursAsShown(found, members);
  const left = new Set([...seqs, ...options.exclude].map(members.leadOf));
  const types = options.linkTypes === undefined ? null : new Set<string>(options.linkTypes);
  const wanted = rows.filter((row) => !left.has(row.seq) && (types === null || types.has(row.type)));
  return options.evidence == null ? wanted : stillJoined(database, seqs, wanted, options);
}

/** Those that a line joins which the filter by source and grade leaves, counted by it. */
function stillJoined(
  database: ReadableDatabase,
  seqs: readonly number[],
  found: readonly Neighbour[],
  options: LineOptions,
): Neighbour[] {
  const { leadOf } = membersOf(database);
  const asked = new Set(seqs.map(leadOf));
  const counts = new Map<string, number>();
  for (const line of linesAmong(database, [...seqs, ...new Set(found.map(({ seq }) => seq))], options)) {
    for (const [near, far] of [
      [line.from_seq, line.to_seq],
      [line.to_seq, line.from_seq],
    ] as const) {
      if (!asked.has(near) || asked.has(far)) continue;
      const key = `${far}|${line.type}`;
      counts.set(key, (counts.get(key) ?? 0) + line.count);
    }
  }
  return found.flatMap((one) => {
    const count = counts.get(`${one.seq}|${one.type}`);
    return count === undefined ? [] : [{ ...one, count }];
  });
}

function neighboursAsShown(rows: readonly Neighbour[], members: Members): Neighbour[] {
  const found = new Map<string, Neighbour>();
  for (const row of rows) {
    const seq = members.leadOf(row.seq);
    const before = found.get(`${seq}|${row.type}`);
    if (before === undefined) found.set(`${seq}|${row.type}`, { ...row, seq });
    else before.count += row.count;
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.seq - b.seq);
}

function summaryNeighbours(database: ReadableDatabase, seqs: readonly number[]): Neighbour[] {
  return database.all<Neighbour>(
    `WITH asked(seq) AS (SELECT value FROM json_each(?))
     SELECT seq, type, sum(count) AS count FROM (
       SELECT s.to_seq AS seq, s.type, s.count FROM asked CROSS JOIN link_summary s ON s.from_seq = asked.seq
       UNION ALL SELECT s.from_seq, s.type, s.count FROM asked CROSS JOIN link_summary s ON s.to_seq = asked.seq)
     GROUP BY seq, type ORDER BY count DESC, seq`,
    JSON.stringify(seqs),
  );
}

function eventNeighbours(database: ReadableDatabase, seqs: readonly number[], period: Period): Neighbour[] {
  const from = period.from ?? Number.MIN_SAFE_INTEGER;
  const to = period.to ?? Number.MAX_SAFE_INTEGER;
  return database.all<Neighbour>(
    `WITH asked(seq) AS (SELECT value FROM json_each(?))
     SELECT seq, type, count(*) AS count FROM (
       SELECT event.to_seq AS seq, ${EVENT_LINK} AS type FROM asked CROSS JOIN event INDEXED BY event_by_from
         ON event.from_seq = asked.seq AND event.start_at >= ? AND event.start_at < ?
       UNION ALL SELECT event.from_seq, ${EVENT_LINK} FROM asked CROSS JOIN event INDEXED BY event_by_to
         ON event.to_seq = asked.seq AND event.start_at >= ? AND event.start_at < ?)
     WHERE seq IS NOT NULL AND type IS NOT NULL GROUP BY seq, type ORDER BY count DESC, seq`,
    JSON.stringify(seqs),
    from,
    to,
    from,
    to,
  );
}
