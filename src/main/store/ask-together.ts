import type { Input } from '../../contract/index.ts';
import type { Answer } from '../../contract/questions.ts';
import { type Presence, type TogetherPair, together } from '../../core/network/index.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { bounds, column, coverage } from './ask-shared.ts';
import { entitiesBySeq, type ShutterLabel } from './entities.ts';
import { leadSql, membersOf } from './members.ts';

type Asked = Input<'ask.together'>;

function presences(database: ReadableDatabase, fileSeq: number, asked: Asked): Presence[] {
  const [from, to] = bounds(asked.period);
  const types = asked.entityTypes === undefined ? '' : 'AND lead.type IN (SELECT value FROM json_each(?))';
  const { leadOf } = membersOf(database);
  const placeName = mergedPlaces(database, fileSeq);
  return database
    .all<{
      seq: number;
      place: string | null;
      at_seq: number | null;
      to_seq: number | null;
      to_label: string | null;
      start_at: number;
      latitude: number | null;
      longitude: number | null;
    }>(
      `SELECT event.from_seq AS seq, place.name AS place, place.entity_seq AS at_seq, target.seq AS to_seq, target.label AS to_label,
         event.start_at, event.latitude, event.longitude
       FROM event JOIN entity ON entity.seq = event.from_seq JOIN entity lead ON lead.seq = ${leadSql('entity')} LEFT JOIN place ON place.seq = event.place_seq
       LEFT JOIN entity target ON target.seq = event.to_seq AND target.type = 'place'
       WHERE event.file_seq = ? AND event.start_at >= ? AND event.start_at < ? AND event.type IN ('border_crossing', 'position', 'meeting', 'movement') ${types}`,
      fileSeq,
      from,
      to,
      ...(asked.entityTypes === undefined ? [] : [JSON.stringify(asked.entityTypes)]),
    )
    .map((row) => ({
      id: String(leadOf(row.seq)),
      place:
        placeName.get((row.place === null ? row.to_seq : row.at_seq) ?? -1) ??
        row.place ??
        row.to_label ??
        '',
      at: row.start_at,
      latitude: row.latitude,
      longitude: row.longitude,
    }));
}

/** True of pairs in which one drives, has or uses the other: a car travels with its driver, and that is no convoy. */
function ownPairs(database: ReadableDatabase): (pair: TogetherPair) => boolean {
  const { withMembers } = membersOf(database);
  const group = (id: string): string => JSON.stringify(withMembers([Number(id)]));
  const line = `SELECT 1 AS found FROM link_summary WHERE from_seq IN (SELECT value FROM json_each(?))
    AND to_seq IN (SELECT value FROM json_each(?)) AND type IN ('drives', 'owns', 'uses', 'registered_to') LIMIT 1`;
  const leads = (from: string, to: string) => database.one(line, group(from), group(to)) !== undefined;
  return ({ a, b }) => leads(a, b) || leads(b, a);
}

/** One name for all records of a merged place, so that two spellings of it are the same place. */
function mergedPlaces(database: ReadableDatabase, fileSeq: number): ReadonlyMap<number, string> {
  const rows = database.all<{ seq: number; lead: number; name: string }>(
    `SELECT m.seq, lead.seq AS lead, lead.label AS name FROM entity m INDEXED BY entity_by_lead JOIN entity lead ON lead.seq = m.lead_seq
     WHERE m.lead_seq IS NOT NULL AND m.file_seq = ? AND lead.type = 'place'`,
    fileSeq,
  );
  return new Map(rows.flatMap(({ seq, lead, name }) => [[seq, name] as const, [lead, name] as const]));
}

/** Who was at the same places at nearly the same times: a convoy when one keeps leading. */
export function askTogether(
  database: ReadableDatabase,
  fileSeq: number,
  asked: Asked,
  shutter: ShutterLabel,
): Answer {
  const isOwn = ownPairs(database);
  const pairs: TogetherPair[] = [];
  for (const pair of together(presences(database, fileSeq, asked), asked)) {
    if (pairs.length === asked.limit) break;
    if (!isOwn(pair)) pairs.push(pair);
  }
  const entities = entitiesBySeq(
    database,
    [...new Set(pairs.flatMap((pair) => [Number(pair.a), Number(pair.b)]))],
    shutter,
  );
  const label = (id: string): string => entities.get(Number(id))?.label ?? '';
  const rows = pairs.map((pair) => ({
    entityId: entities.get(Number(pair.a))?.id ?? '',
    first: label(pair.a),
    otherId: entities.get(Number(pair.b))?.id ?? '',
    second: label(pair.b),
    times: pair.meetings.length,
    leader: pair.leadShare > 0.5 ? label(pair.leader) : '',
    leadShare: Math.round(pair.leadShare * 100) / 100,
    minutes:
      Math.round(pair.meetings.reduce((sum, one) => sum + one.lagMs, 0) / pair.meetings.length / 6000) / 10,
    places: [...new Set(pair.meetings.map((one) => one.place))].filter((one) => one !== '').join(', '),
    when: pair.meetings[0]?.at ?? null,
  }));
  const [best] = rows;
  return {
    question: 'ask.together',
    sentence:
      best === undefined
        ? {
            key: 'questions:answer.neverTogether',
            params: { times: asked.minimumTimes, minutes: asked.minutes },
          }
        : {
            key: 'questions:answer.together',
            params: { first: best.first, second: best.second, times: best.times, minutes: asked.minutes },
          },
    columns: [
      column('first', 'entity'),
      column('second', 'entity'),
      column('times', 'number'),
      column('leader', 'text'),
      column('minutes', 'number'),
      column('places', 'text'),
      column('when', 'instant'),
    ],
    rows,
    highlight: { entityIds: best === undefined ? [] : [best.entityId, best.otherId], linkKeys: [] },
    caveats: [...coverage(database, fileSeq), { key: 'questions:caveat.together', params: {} }],
    parameters: { ...asked },
  };
}
