import type { WritableDatabase } from '../vault/database.ts';

/** The open vault of this engine. */
export interface VaultSession {
  readonly path: string | null;
  /** Failure('vault.locked') while locked. */
  database(): WritableDatabase;
  /** A second connection to the same vault, for a job's own transaction; the caller closes it. */
  connect(): WritableDatabase;
}
