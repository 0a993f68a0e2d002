import type { ImportSpecification } from '../../../contract/import.ts';

/** One row of a file. `line` is where it begins in the file, counted from 1, as an editor shows it. */
export interface SourceRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Why the reader itself cannot give the row's cells; they are then empty and `raw` holds what was there. */
  readonly problem: { readonly code: string; readonly raw: string } | null;
}

export interface Sniffed {
  /** 0…1. */
  readonly confidence: number;
  /** Code of a sentence under `import:why`. */
  readonly why: string;
}

export type ReadableSpecification = Pick<
  ImportSpecification,
  'encoding' | 'delimiter' | 'quote' | 'headerRow' | 'columns'
>;

/** What the reader found before the first data row, and the rows in batches. Memory does not grow with the file. */
export interface RowStream {
  readonly columns: readonly string[];
  readonly batches: AsyncIterable<readonly SourceRow[]>;
}

/** One record per format: the only place the program knows it. */
export interface Reader {
  readonly format: ImportSpecification['format'];
  readonly extensions: readonly string[];
  sniff(sample: Uint8Array, fileName: string): Sniffed;
  read(
    chunks: AsyncIterable<Uint8Array>,
    specification: ReadableSpecification,
    fileName: string,
  ): Promise<RowStream>;
}
