import { Failure } from '../../core/result.ts';
import type { WritableDatabase } from '../vault/database.ts';
import type { RowsBefore, StoredBatch } from './batch-record.ts';
import type { ByteSource } from './byte-source.ts';
import { isForbidden, noteFile } from './hash-only.ts';
import type { Reader, RowStream, SourceRow } from './readers/index.ts';

/** More is not held with a batch: the file itself is then needed again. */
const MOST_ROWS = 1000;

/** The rows as they pass, held where the bytes of the format are not. */
export class RowKeeper {
  readonly #rows: SourceRow[] = [];
  readonly #keeps: boolean;
  #columns: readonly string[] = [];
  #isWhole = true;

  constructor(reader: Pick<Reader, 'keepsBytes'>) {
    this.#keeps = reader.keepsBytes === false;
  }

  pass(stream: RowStream): RowStream {
    if (!this.#keeps) return stream;
    this.#columns = stream.columns;
    return { columns: stream.columns, batches: this.#held(stream.batches) };
  }

  /** For the batch; nothing where the file itself is kept. */
  kept(size: number): { readonly rowsBefore?: RowsBefore } {
    if (!this.#keeps || !this.#isWhole) return {};
    return { rowsBefore: { size, columns: this.#columns, rows: this.#rows } };
  }

  async *#held(batches: RowStream['batches']): RowStream['batches'] {
    for await (const batch of batches) {
      this.#isWhole &&= this.#rows.length + batch.length <= MOST_ROWS;
      if (this.#isWhole) this.#rows.push(...batch);
      yield batch;
    }
  }
}

export function streamBefore({ columns, rows }: RowsBefore): RowStream {
  async function* batches(): AsyncGenerator<readonly SourceRow[]> {
    yield rows;
  }
  return { columns, batches: batches() };
}

/** Stands for a file that the vault does not have. */
export function nameOnly(name: string): ByteSource {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array();
  }
  return { name, size: 0, sample: async () => new Uint8Array(), chunks, close: () => undefined };
}

/**
 * The vault's record of a file of which rows alone are kept, made anew where it went meanwhile. Failure
 * import.hash-only where the bytes have been marked as what nobody may look at since.
 */
export function notedBefore(
  database: WritableDatabase,
  { sha256 }: Pick<StoredBatch, 'sha256'>,
  name: string,
  mediaType: string,
  size: number,
): { seq: number; sha256: string; size: number } {
  if (isForbidden(database, sha256)) throw new Failure('import.hash-only', { file: name });
  noteFile(database, { name, sha256, size, mediaType, isForbidden: false });
  const noted = database.one<{ seq: number }>('SELECT seq FROM attachment WHERE sha256 = ?', sha256);
  return { seq: noted?.seq ?? 0, sha256, size };
}
