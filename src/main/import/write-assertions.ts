import type { BatchContext } from './batch-context.ts';
import { derivedId } from './batch-ids.ts';

/** Says, row by row, what this source states: once per entity, link and property value. */
export class AssertionWriter {
  readonly #batch: BatchContext;
  readonly #insert;
  readonly #same;

  constructor(batch: BatchContext) {
    this.#batch = batch;
    this.#insert = batch.database.prepare(
      `INSERT INTO assertion (id, file_seq, source_seq, source_row, entity_seq, link_seq, property, value, batch_seq, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
    );
    // The plus keeps the search to the few facts of the entity: those of the batch are as many as its rows.
    this.#same = batch.database.prepare(
      'SELECT 1 FROM assertion WHERE entity_seq = ? AND +batch_seq = ? AND property = ? AND value = ?',
    );
  }

  entity(seq: number, id: string, line: number): void {
    this.#write(`entity|${id}`, line, seq, null, null, '');
  }

  link(seq: number, id: string, line: number): void {
    this.#write(`link|${id}`, line, null, seq, null, '');
  }

  /** False where this source has said it already. */
  property(seq: number, id: string, line: number, name: string, value: string): boolean {
    if (this.#same.get(seq, this.#batch.batchSeq, name, value) !== undefined) return false;
    this.#write(`property|${id}|${name}|${value}`, line, seq, null, name, value);
    return true;
  }

  #write(
    what: string,
    line: number,
    entitySeq: number | null,
    linkSeq: number | null,
    property: string | null,
    value: string,
  ): void {
    const { batchId, fileSeq, sourceSeq, batchSeq, createdAt } = this.#batch;
    this.#insert.run(
      derivedId(batchId, `assertion|${what}`),
      fileSeq,
      sourceSeq,
      line,
      entitySeq,
      linkSeq,
      property,
      value,
      batchSeq,
      createdAt,
    );
  }
}
