import { isProtected } from '../../core/model/case-terms.ts';
import { strongerStatus } from '../../core/model/status-words.ts';
import { nextProtectedNumber } from '../store/entities.ts';
import type { BatchContext } from './batch-context.ts';
import { derivedId } from './batch-ids.ts';
import type { Standing } from './drafts.ts';
import { isMinor, type Status } from './standing.ts';
import { BY_IMPORT, decidedByPeople, statedStatus } from './stated-status.ts';

const CACHE_LIMIT = 100_000;

/**
 * Status and minor flag of people as the file gives them, so that a victim is behind the shutter from the first row
 * on. What a person decided in the program wins, whatever a file says later.
 */
export class StandingWriter {
  /** People by a status word nobody knows. */
  readonly unknownWords: Record<string, number> = {};
  readonly #batch: BatchContext;
  readonly #done = new Set<string>();
  #decided: ReadonlySet<string> | null = null;
  #lastNumber: number | null = null;

  constructor(batch: BatchContext) {
    this.#batch = batch;
  }

  /** What a person the file brings begins with. */
  ofNew(standing: Standing | null): Status & { readonly protectedNumber: number | null } {
    const { status, minor } = this.#stated(standing);
    return { status, minor, protectedNumber: isProtected(status, minor) ? this.#nextNumber() : null };
  }

  /** Puts what the file says into the dated, sourced history of the person. */
  note(seq: number, id: string, { status, minor }: Status): void {
    if (status === null && !minor) return;
    const { database, fileSeq, sourceSeq, createdAt } = this.#batch;
    database.run(
      `INSERT INTO person_status (id, file_seq, entity_seq, status, minor, source_seq, decided_by, decided_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET status = excluded.status, minor = excluded.minor`,
      derivedId(this.#batch.batchId, `status|${id}`),
      fileSeq,
      seq,
      status,
      minor ? 1 : 0,
      sourceSeq,
      BY_IMPORT,
      createdAt,
    );
  }

  /** A row about a person who is there already; `isOwn`: this batch brought the person. */
  further(seq: number, standing: Standing | null, isOwn: boolean): void {
    if (standing === null) return;
    const stated = this.#stated(standing);
    const key = `${seq}|${stated.status ?? ''}|${stated.minor}`;
    if (this.#done.has(key) || (stated.status === null && !stated.minor)) return;
    if (this.#done.size >= CACHE_LIMIT) this.#done.clear();
    this.#done.add(key);
    this.#merge(seq, stated, isOwn);
  }

  countUnknown(word: string): void {
    this.unknownWords[word] = (this.unknownWords[word] ?? 0) + 1;
  }

  #stated(standing: Standing | null): Status {
    if (standing === null) return { status: null, minor: false };
    return { status: standing.status, minor: isMinor(standing, this.#batch.createdAt) };
  }

  #merge(seq: number, stated: Status, isOwn: boolean): void {
    const { database } = this.#batch;
    const row = database.one<{ id: string; minor: number; number: number | null } & Pick<Status, 'status'>>(
      'SELECT id, status, minor, protected_number AS number FROM entity WHERE seq = ?',
      seq,
    );
    if (row === undefined || this.#decisions().has(row.id)) return;
    const isForeign = !isOwn && row.status !== null && statedStatus(database, seq).status !== row.status;
    if (isForeign) return;
    const status = strongerStatus(row.status, stated.status);
    const minor = row.minor === 1 || stated.minor;
    const number = row.number ?? (isProtected(status, minor) ? this.#nextNumber() : null);
    database.run(
      `UPDATE entity SET status = ?, minor = ?, protected_number = ?,
         uncategorised_since = CASE WHEN ? IS NULL THEN uncategorised_since END WHERE seq = ?`,
      status,
      minor ? 1 : 0,
      number,
      status,
      seq,
    );
    this.note(seq, row.id, { status, minor });
  }

  #decisions(): ReadonlySet<string> {
    this.#decided ??= decidedByPeople(this.#batch.database, this.#batch.fileSeq);
    return this.#decided;
  }

  #nextNumber(): number {
    this.#lastNumber ??= nextProtectedNumber(this.#batch.database, this.#batch.fileSeq) - 1;
    this.#lastNumber += 1;
    return this.#lastNumber;
  }
}
