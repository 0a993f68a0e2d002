import type { Output } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { entitiesAsWritten, type ShutterLabel } from './entities.ts';

interface Mergeable {
  readonly seq: number;
  readonly file_seq: number;
  readonly lead_seq: number | null;
  readonly type: string;
}

/** Failures: store.no-such-entity, store.merge-other-file, store.merge-other-type, store.already-merged. */
export function mergeable(database: ReadableDatabase, leadId: string, memberIds: readonly string[]) {
  const ids = [leadId, ...new Set(memberIds.filter((id) => id !== leadId))];
  const rows = ids.map((id) => {
    const row = database.one<Mergeable>('SELECT seq, file_seq, lead_seq, type FROM entity WHERE id = ?', id);
    if (row === undefined) throw new Failure('store.no-such-entity', { id });
    return row;
  });
  const [lead, ...members] = rows;
  if (lead === undefined || members.length === 0) throw new Failure('store.merge-needs-two');
  if (members.some((one) => one.file_seq !== lead.file_seq)) throw new Failure('store.merge-other-file');
  if (members.some((one) => one.type !== lead.type)) throw new Failure('store.merge-other-type');
  if (rows.some((one) => one.lead_seq !== null)) throw new Failure('store.already-merged');
  return { lead, members };
}

export function insertMerge(
  database: WritableDatabase,
  merge: {
    readonly id: string;
    readonly lead: Mergeable;
    readonly members: readonly Mergeable[];
    readonly reason: string;
    readonly actor: string;
    readonly at: number;
  },
): void {
  const { lastSeq } = database.run(
    'INSERT INTO merge (id, file_seq, lead_seq, reason, decided_by, decided_at) VALUES (?,?,?,?,?,?)',
    merge.id,
    merge.lead.file_seq,
    merge.lead.seq,
    merge.reason,
    merge.actor,
    merge.at,
  );
  for (const { seq } of merge.members)
    database.run('INSERT INTO merge_member (merge_seq, entity_seq) VALUES (?, ?)', lastSeq, seq);
}

/** Failure store.no-such-merge. */
export function mergeRecord(
  database: ReadableDatabase,
  mergeId: string,
): { seq: number; file_seq: number; lead: string; members: string[] } {
  const row = database.one<{ seq: number; file_seq: number; lead: string }>(
    'SELECT merge.seq, merge.file_seq, entity.id AS lead FROM merge JOIN entity ON entity.seq = merge.lead_seq WHERE merge.id = ?',
    mergeId,
  );
  if (row === undefined) throw new Failure('store.no-such-merge');
  const members = database.all<{ id: string }>(
    'SELECT entity.id FROM merge_member JOIN entity ON entity.seq = entity_seq WHERE merge_seq = ? ORDER BY entity.seq',
    row.seq,
  );
  return { ...row, members: members.map(({ id }) => id) };
}

/** Who was merged into whom under this lead, with the merge that can be taken back. */
export function membersUnder(
  database: ReadableDatabase,
  lead: number,
  shutter: ShutterLabel,
): Output<'entity.members'>['members'] {
  const rows = database.all<{ seq: number; mergeId: string; reason: string; by: string; at: number }>(
    `SELECT entity.seq, merge.id AS mergeId, merge.reason, merge.decided_by AS by, merge.decided_at AS at
     FROM entity INDEXED BY entity_by_lead JOIN merge_member m ON m.entity_seq = entity.seq JOIN merge ON merge.seq = m.merge_seq
     WHERE entity.lead_seq = ? ORDER BY merge.seq, entity.seq`,
    lead,
  );
  const entities = entitiesAsWritten(
    database,
    rows.map((row) => row.seq),
    shutter,
  );
  return rows.flatMap(({ seq, ...row }) => {
    const entity = entities.get(seq);
    return entity === undefined ? [] : [{ ...row, entity }];
  });
}
