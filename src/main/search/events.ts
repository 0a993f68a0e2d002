import { asksOfContent } from '../../core/search/index.ts';
import type { SqlValue } from '../vault/database.ts';
import type { Conditions } from './conditions.ts';
import { textMatch, textTerms } from './documents.ts';
import type { Look } from './look.ts';
import { type Surroundings, whenSql } from './surroundings.ts';

/** Events are many and say little one by one: so many are shown, the newest first. */
const MOST_EVENTS = 100;

export interface EventHit {
  readonly seq: number;
  readonly why: 'text' | 'filter' | 'who';
}

interface Narrowing {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/**
 * Events by their own words, and where a kind, a period or a circle is asked for, those of the records found; without
 * anything asked of the content all that are there.
 */
export function findEvents(
  look: Look,
  scope: Conditions,
  around: Surroundings,
  records: readonly number[],
): EventHit[] {
  const { terms } = look.query;
  const types = terms.flatMap((term) => (term.kind === 'type' && !term.excluded ? term.events : []));
  const isOfThings = terms.some(
    (term) => term.kind === 'status' || (term.kind === 'type' && !term.excluded && term.events.length === 0),
  );
  const narrowing = narrowed(look, scope, around, types);
  const isAsked = types.length > 0 || around.period !== null || scope.events !== null;
  const byText = isOfThings ? [] : textHits(look, narrowing);
  const others = isAsked ? thereHits(look, scope, narrowing, records, isOfThings) : [];
  const found = new Map([...byText, ...others].map((hit) => [hit.seq, hit]));
  return [...found.values()].slice(0, MOST_EVENTS);
}

function narrowed(
  { fileSeq }: Look,
  scope: Conditions,
  around: Surroundings,
  types: readonly string[],
): Narrowing {
  const when = whenSql(around);
  const parts: (readonly [string, SqlValue])[] = [];
  if (types.length > 0)
    parts.push([' AND event.type IN (SELECT value FROM json_each(?))', JSON.stringify(types)]);
  if (scope.eventSources !== null) {
    parts.push([' AND event.source_seq IN (SELECT value FROM json_each(?))', scope.eventSources]);
  }
  if (scope.events !== null) {
    parts.push([' AND event.seq IN (SELECT value FROM json_each(?))', JSON.stringify(scope.events)]);
  }
  return {
    sql: `event.file_seq = ?${when.sql}${parts.map(([sql]) => sql).join('')}`,
    values: [fileSeq, ...when.values, ...parts.map(([, value]) => value)],
  };
}

function textHits(look: Look, { sql, values }: Narrowing): EventHit[] {
  const terms = textTerms(look);
  const match = terms === null ? '' : textMatch(look, terms);
  if (match === '') return [];
  return look.database
    .all<{ seq: number }>(
      `SELECT event.seq FROM event_text CROSS JOIN event ON event.seq = event_text.rowid WHERE event_text MATCH ? AND ${sql} LIMIT ${MOST_EVENTS}`,
      match,
      ...values,
    )
    .map(({ seq }) => ({ seq, why: 'text' as const }));
}

/** Of whom: the records found; of all where nothing is asked of them. */
function thereHits(
  look: Look,
  scope: Conditions,
  { sql, values }: Narrowing,
  records: readonly number[],
  isOfThings: boolean,
): EventHit[] {
  const isOfRecords = asksOfContent(look.query) || isOfThings;
  if (isOfRecords && records.length === 0) return [];
  const seqs = JSON.stringify(look.members.withMembers(records));
  const of = isOfRecords
    ? `(SELECT e.seq AS wanted FROM json_each(?) m JOIN event e INDEXED BY event_by_from ON e.from_seq = m.value
        UNION SELECT e.seq FROM json_each(?) m JOIN event e INDEXED BY event_by_to ON e.to_seq = m.value
        UNION SELECT p.event_seq FROM json_each(?) m JOIN event_participant p ON p.entity_seq = m.value)
        CROSS JOIN event ON event.seq = wanted`
    : scope.events === null
      ? 'event INDEXED BY event_by_file_time'
      : 'json_each(?) there CROSS JOIN event ON event.seq = there.value';
  const first = isOfRecords
    ? [seqs, seqs, seqs]
    : scope.events === null
      ? []
      : [JSON.stringify(scope.events)];
  return look.database
    .all<{ seq: number }>(
      `SELECT event.seq FROM ${of} WHERE ${sql} ORDER BY event.start_at DESC LIMIT ${MOST_EVENTS}`,
      ...first,
      ...values,
    )
    .map(({ seq }) => ({ seq, why: isOfRecords ? ('who' as const) : ('filter' as const) }));
}
