import { isProtected, type PersonStatus } from '../../core/model/case-terms.ts';
import { isUnderAge } from '../../core/model/status-words.ts';
import { nextProtectedNumber } from '../store/entities.ts';
import type { WritableDatabase } from '../vault/database.ts';
import type { BatchContext } from './batch-context.ts';
import { idIn } from './batch-ids.ts';
import type { BatchRow } from './batch-record.ts';
import type { StatusDraft } from './drafts.ts';

interface Standing {
  readonly status: PersonStatus | null;
  readonly minor: number;
  readonly protected_number: number | null;
}

/** Who imported it decided nothing: an entry of the history without a name is the import's own. */
const BY_IMPORT = '';

/**
 * What a register says a person is, so that a victim is protected from the first second. It fills what is empty and
 * adds protection; what a person has decided is never overwritten.
 */
export class StatusWriter {
  readonly unknown: Record<string, number> = {};
  readonly #batch: BatchContext;
  readonly #read;

  constructor(batch: BatchContext) {
    this.#batch = batch;
    this.#read = batch.database.prepare('SELECT status, minor, protected_number FROM entity WHERE seq = ?');
  }

  write(seq: number, entityId: string, said: StatusDraft): void {
    if (said.unknownWord !== null) this.unknown[said.unknownWord] = (this.unknown[said.unknownWord] ?? 0) + 1;
    const now = this.#read.get(seq) as Standing;
    const underAge = said.born !== null && isUnderAge(said.born, this.#batch.createdAt);
    const status = now.status ?? said.status;
    const minor = now.minor === 1 || said.minor || underAge;
    if (status === now.status && minor === (now.minor === 1)) return;
    this.#set(seq, entityId, status, minor, now.protected_number);
  }

  #set(
    seq: number,
    entityId: string,
    status: PersonStatus | null,
    minor: boolean,
    kept: number | null,
  ): void {
    const { database, fileSeq, sourceSeq, createdAt } = this.#batch;
    const number =
      isProtected(status, minor) && kept === null ? nextProtectedNumber(database, fileSeq) : kept;
    database.run(
      `UPDATE entity SET status = ?, minor = ?, protected_number = ?,
         uncategorised_since = CASE WHEN ? IS NULL THEN uncategorised_since END WHERE seq = ?`,
      status,
      minor ? 1 : 0,
      number,
      status,
      seq,
    );
    database.run(
      `INSERT INTO person_status (id, file_seq, entity_seq, status, minor, source_seq, decided_by, decided_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET status = excluded.status, minor = excluded.minor`,
      idIn(this.#batch, `status|${entityId}`),
      fileSeq,
      seq,
      status,
      minor ? 1 : 0,
      sourceSeq,
      BY_IMPORT,
      createdAt,
    );
  }
}

interface HistoryRow {
  readonly seq: number;
  readonly entity_seq: number;
  readonly status: PersonStatus | null;
  readonly minor: number;
}

/** Of an un-import: what only this batch said people are; somebody's own decision since stays. */
export function takeBackStatuses(database: WritableDatabase, batch: BatchRow): void {
  const rows = database.all<HistoryRow>(
    'SELECT seq, entity_seq, status, minor FROM person_status WHERE source_seq = ? AND decided_by = ?',
    batch.source_seq,
    BY_IMPORT,
  );
  for (const row of rows) {
    database.run('DELETE FROM person_status WHERE seq = ?', row.seq);
    const before = database.one<HistoryRow>(
      'SELECT seq, entity_seq, status, minor FROM person_status WHERE entity_seq = ? ORDER BY seq DESC LIMIT 1',
      row.entity_seq,
    );
    const status = before?.status ?? null;
    const minor = before?.minor ?? 0;
    database.run(
      `UPDATE entity SET status = ?, minor = ?, uncategorised_since = CASE WHEN ? IS NULL THEN created_at END,
         protected_number = CASE WHEN ? THEN protected_number END
       WHERE seq = ? AND status IS ? AND minor = ?`,
      status,
      minor,
      status,
      isProtected(status, minor === 1) ? 1 : 0,
      row.entity_seq,
      row.status,
      row.minor,
    );
  }
}
