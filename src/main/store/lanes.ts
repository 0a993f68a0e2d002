import type { Input, Output } from '../../contract/index.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { entitiesBySeq, entitySeqs, type ShutterLabel } from './entities.ts';
import { eventRows } from './events.ts';
import { evidenceScope } from './evidence-scope.ts';
import { membersOf, shownIds } from './members.ts';

type Lane = Output<'event.lanes'>['lanes'][number];

/** One lane per entity: counts per bucket in SQL, and the single events where there are few. */
export function eventLanes(
  database: ReadableDatabase,
  fileSeq: number,
  query: Input<'event.lanes'>,
  shutter: ShutterLabel,
): Lane[] {
  const width = Math.max(1, (query.to - query.from) / query.buckets);
  const entities = entitiesBySeq(database, entitySeqs(database, fileSeq, query.entityIds), shutter);
  const shown = shownIds(database, query.entityIds);
  const order = new Map(query.entityIds.map((id, index) => [shown.get(id) ?? id, index]));
  const evidence = evidenceScope(database, fileSeq, query);
  const narrowed = `${query.types === undefined ? '' : 'AND event.type IN (SELECT value FROM json_each(?))'}
    ${evidence === null ? '' : 'AND event.source_seq IN (SELECT value FROM json_each(?))'}`;
  const narrowedBy = [
    ...(query.types === undefined ? [] : [JSON.stringify(query.types)]),
    ...(evidence === null ? [] : [evidence.eventSources]),
  ];
  const scope = `(SELECT event.seq, event.start_at FROM event INDEXED BY event_by_from WHERE event.from_seq IN (SELECT value FROM json_each(?)) AND event.start_at >= ? AND event.start_at < ? ${narrowed}
    UNION SELECT event.seq, event.start_at FROM event INDEXED BY event_by_to WHERE event.to_seq IN (SELECT value FROM json_each(?)) AND event.start_at >= ? AND event.start_at < ? ${narrowed})`;
  const members = membersOf(database);
  return [...entities]
    .filter(([seq]) => members.leadOf(seq) === seq)
    .map(([seq, entity]) => {
      const own = JSON.stringify(members.withMembers([seq]));
      const values = [own, query.from, query.to, ...narrowedBy, own, query.from, query.to, ...narrowedBy];
      const buckets = database.all<{ bucket: number; n: number }>(
        `SELECT CAST((start_at - ?) / ? AS INTEGER) AS bucket, count(*) AS n FROM ${scope} GROUP BY bucket`,
        query.from,
        width,
        ...values,
      );
      const counts = new Array<number>(query.buckets).fill(0);
      for (const { bucket, n } of buckets) counts[Math.min(query.buckets - 1, bucket)] = n;
      const total = counts.reduce((sum, one) => sum + one, 0);
      const few = total > 0 && total <= query.detailLimit;
      const seqs = few
        ? database
            .all<{ seq: number }>(`SELECT seq FROM ${scope} ORDER BY start_at`, ...values)
            .map((row) => row.seq)
        : [];
      return {
        entityId: entity.id,
        label: entity.label,
        total,
        counts,
        events: few ? eventRows(database, seqs, shutter) : null,
      };
    })
    .sort((a, b) => (order.get(a.entityId) ?? 0) - (order.get(b.entityId) ?? 0));
}
