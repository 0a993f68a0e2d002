import { isProtected } from '../../core/model/case-terms.ts';
import { strongerStatus } from '../../core/model/status-words.ts';
import type { DateOrder } from '../../core/time/index.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { BIRTH_PROPERTY, isMinor, STATUS_PROPERTY, type Status, standingReader } from './standing.ts';

/** Who imported a status decided nothing: an entry of its history without a name is an import's own. */
export const BY_IMPORT = '';

interface Said {
  readonly property: string;
  readonly value: string;
  readonly at: number;
  readonly dateOrder: DateOrder | null;
}

/** What the imports that are in the vault say together of one person: the same as they made it, row by row. */
export function statedStatus(database: ReadableDatabase, seq: number): Status {
  const said = database.all<Said>(
    `SELECT property, value, assertion.created_at AS at, json_extract(batch.specification, '$.dateOrder') AS dateOrder
     FROM assertion JOIN batch ON batch.seq = assertion.batch_seq
     WHERE assertion.entity_seq = ? AND property IN (?, ?) ORDER BY assertion.seq`,
    seq,
    STATUS_PROPERTY,
    BIRTH_PROPERTY,
  );
  let known: Status = { status: null, minor: false };
  for (const { property, value, at, dateOrder } of said) {
    const read = standingReader(dateOrder ?? 'iso');
    const standing = property === STATUS_PROPERTY ? read(value, '') : read('', value);
    if (standing === null) continue;
    known = {
      status: strongerStatus(known.status, standing.status),
      minor: known.minor || isMinor(standing, at),
    };
  }
  return known;
}

/** People of a file, by id, whose status somebody set in the program: no import touches it again. */
export function decidedByPeople(database: ReadableDatabase, fileSeq: number): Set<string> {
  const rows = database.all<{ id: string }>(
    `SELECT json_extract(forward, '$.id') AS id FROM journal
       WHERE file_seq = ? AND kind = 'entity.setStatus' AND state = 'done'
     UNION SELECT object_id FROM journal_object JOIN journal ON journal.seq = journal_seq
       WHERE file_seq = ? AND kind = 'entity.setStatus' AND state = 'done' AND object_kind LIKE 'entity%'
     UNION SELECT entity.id FROM person_status JOIN entity ON entity.seq = entity_seq
       WHERE person_status.file_seq = ? AND decided_by <> ?`,
    fileSeq,
    fileSeq,
    fileSeq,
    BY_IMPORT,
  );
  return new Set(rows.map(({ id }) => id));
}

/** People whose status is what the imports made of it and nobody's decision, among those a batch speaks of. */
export function statusesOf(
  database: ReadableDatabase,
  batch: { readonly seq: number; readonly file_seq: number },
): number[] {
  const people = database.all<{ seq: number; id: string; status: Status['status']; minor: number }>(
    `SELECT DISTINCT entity.seq, entity.id, status, minor FROM assertion JOIN entity ON entity.seq = assertion.entity_seq
     WHERE assertion.batch_seq = ? AND property IN (?, ?) AND (status IS NOT NULL OR minor = 1)`,
    batch.seq,
    STATUS_PROPERTY,
    BIRTH_PROPERTY,
  );
  const decided = decidedByPeople(database, batch.file_seq);
  return people
    .filter(({ seq, id, status, minor }) => {
      const stated = statedStatus(database, seq);
      return !decided.has(id) && stated.status === status && stated.minor === (minor === 1);
    })
    .map(({ seq }) => seq);
}

/** What the history of statuses has from a batch that is taken back. */
export function forgetStatuses(database: WritableDatabase, sourceSeq: number | null): void {
  database.run('DELETE FROM person_status WHERE source_seq = ? AND decided_by = ?', sourceSeq, BY_IMPORT);
}

/** After the facts of a batch are gone: what the remaining imports say of these people. */
export function restateStatuses(database: WritableDatabase, seqs: readonly number[]): void {
  for (const seq of seqs) {
    const { status, minor } = statedStatus(database, seq);
    database.run(
      `UPDATE entity SET status = ?, minor = ?, uncategorised_since = CASE WHEN ? IS NULL THEN created_at END,
         protected_number = CASE WHEN ? THEN protected_number END WHERE seq = ?`,
      status,
      minor ? 1 : 0,
      status,
      isProtected(status, minor) ? 1 : 0,
      seq,
    );
    database.run(
      `UPDATE person_status SET status = ?, minor = ?
       WHERE seq = (SELECT max(seq) FROM person_status WHERE entity_seq = ? AND decided_by = ?)`,
      status,
      minor ? 1 : 0,
      seq,
      BY_IMPORT,
    );
  }
}
