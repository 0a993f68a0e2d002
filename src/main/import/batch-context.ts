import type { WritableDatabase } from '../vault/database.ts';

/** What every writer of one import shares. */
export interface BatchContext {
  readonly database: WritableDatabase;
  readonly fileSeq: number;
  readonly batchSeq: number;
  readonly batchId: string;
  /** Ids that do not derive from this batch, see BatchPlan. */
  readonly ids: ReadonlyMap<string, string>;
  readonly sourceSeq: number;
  readonly createdAt: number;
  readonly zone: string;
}
