import type { BatchContext } from './batch-context.ts';
import { derivedId } from './batch-ids.ts';

const CACHE_LIMIT = 300_000;

/** Says, row by row, what this source states: once per entity, link and property value. */
export class AssertionWriter {
  readonly #batch: BatchContext;
  readonly #said = new Set<string>();
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

  /** A further row that names the entity, in a file whose rows leave no event to show it. */
  mention(seq: number, id: string, line: number): void {
    this.#write(`entity|${id}|${line}`, line, seq, null, null, '');
  }

  link(seq: number, id: string, line: number): void {
    this.#write(`link|${id}`, line, null, seq, null, '');
  }

  /** What a row says of a link; said once, however often the file repeats it. */
  linkProperty(seq: number, id: string, line: number, name: string, value: string): void {
    this.#write(`property|${id}|${name}|${value}`, line, null, seq, name, value);
  }

  /** True where the batch says this for the first time. */
  property(seq: number, id: string, line: number, name: string, value: string): boolean {
    const key = `${seq}|${name}|${value}`;
    if (this.#said.has(key)) return false;
    if (this.#said.size >= CACHE_LIMIT) this.#said.clear();
    this.#said.add(key);
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
