import { isProtected } from '../../core/model/case-terms.ts';
import { nextProtectedNumber } from '../store/entities.ts';
import type { BatchContext } from './batch-context.ts';
import type { Standing } from './drafts.ts';
import { isMinor, type Status } from './standing.ts';
import { decidedByPeople, statedStatus } from './stated-status.ts';
import { strongerStatus } from './status-words.ts';

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
  #decided: ReadonlyMap<string, Status> | null = null;
  #lastNumber: number | null = null;

  constructor(batch: BatchContext) {
    this.#batch = batch;
  }

  /** What a person the file brings begins with. */
  ofNew(id: string, standing: Standing | null): Status & { readonly protectedNumber: number | null } {
    const stated = this.#stated(standing);
    const { status, minor } = this.#decisions().get(id) ?? stated;
    const protectedNumber = isProtected(status, minor) ? this.#nextNumber() : null;
    return { status, minor, protectedNumber };
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
      'UPDATE entity SET status = ?, minor = ?, protected_number = ? WHERE seq = ?',
      status,
      minor ? 1 : 0,
      number,
      seq,
    );
  }

  #decisions(): ReadonlyMap<string, Status> {
    this.#decided ??= decidedByPeople(this.#batch.database, this.#batch.fileSeq);
    return this.#decided;
  }

  #nextNumber(): number {
    this.#lastNumber ??= nextProtectedNumber(this.#batch.database, this.#batch.fileSeq) - 1;
    this.#lastNumber += 1;
    return this.#lastNumber;
  }
}
