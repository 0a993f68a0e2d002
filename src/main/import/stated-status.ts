import { isProtected } from '../../core/model/case-terms.ts';
import type { DateOrder } from '../../core/time/index.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';
import { BIRTH_PROPERTY, isMinor, STATUS_PROPERTY, type Status, standingReader } from './standing.ts';
import { strongerStatus } from './status-words.ts';

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

/** The last word of people in the program about the status of the people of a file, by id. */
export function decidedByPeople(database: ReadableDatabase, fileSeq: number): Map<string, Status> {
  const rows = database.all<{ id: string; status: Status['status']; minor: number }>(
    `SELECT json_extract(forward, '$.id') AS id, json_extract(forward, '$.status') AS status,
       json_extract(forward, '$.minor') AS minor FROM journal
     WHERE file_seq = ? AND kind = 'entity.setStatus' AND state = 'done' ORDER BY seq`,
    fileSeq,
  );
  return new Map(rows.map(({ id, status, minor }) => [id, { status, minor: minor === 1 }]));
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

/** After the facts of a batch are gone: what the remaining imports say of these people. */
export function restateStatuses(database: WritableDatabase, seqs: readonly number[]): void {
  for (const seq of seqs) {
    const { status, minor } = statedStatus(database, seq);
    database.run(
      `UPDATE entity SET status = ?, minor = ?, protected_number = CASE WHEN ? THEN protected_number END WHERE seq = ?`,
      status,
      minor ? 1 : 0,
      isProtected(status, minor) ? 1 : 0,
      seq,
    );
  }
}
