import type {
  ImportFormat,
  ImportPart,
  ImportSpecification,
  ReadingChoice,
} from '../../../contract/import.ts';
import type { ByteSource } from '../files.ts';
import type { ColumnField } from '../header-words.ts';
import type { TablePlan } from '../suggest-parts.ts';

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
  'encoding' | 'delimiter' | 'quote' | 'headerRow' | 'columns' | 'part'
>;

/** What the reader found before the first data row, and the rows in batches. Memory does not grow with the file. */
export interface RowStream {
  readonly columns: readonly string[];
  readonly batches: AsyncIterable<readonly SourceRow[]>;
}

export interface Remark {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** How the bytes are read, and the first rows they give. */
export interface SampleTable extends ReadableSpecification {
  readonly fileName: string;
  readonly format: ImportFormat;
  readonly rows: readonly (readonly string[])[];
  /** Rows above the one with the names: titles, addresses, the account a statement is of. */
  readonly above?: readonly (readonly string[])[];
  readonly parts?: readonly ImportPart[];
  /** Codes of sentences under `import:remark`, with their blanks. */
  readonly remarks?: readonly Remark[];
  /** Data rows of the whole file, as far as it can be told. */
  readonly estimatedRows: number;
}

/** What the rows of a format become whose columns its standard fixes. */
export interface FixedPlan extends TablePlan {
  /** What its columns are, for those that date order, country or decimal mark are read from. */
  readonly fields: Readonly<Record<string, ColumnField>>;
  /** Of its times, where the standard says; else that of the source. */
  readonly timeZone?: string;
}

/** One record per format: the only place the program knows it. */
export interface Reader {
  readonly format: ImportFormat;
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** False: the vault keeps name, size and hash of the file and what was read of it, never its bytes. */
  readonly keepsBytes?: boolean;
  sniff(sample: Uint8Array, fileName: string): Sniffed;
  read(
    chunks: AsyncIterable<Uint8Array>,
    specification: ReadableSpecification,
    fileName: string,
  ): Promise<RowStream>;
  /** Where recognising settings, sheets or columns needs more than the first rows of `read`. */
  look?(source: ByteSource, reading: ReadingChoice): Promise<SampleTable>;
  /** What the first rows tell that a person should know, where there is no `look` of its own. */
  remarks?(rows: readonly (readonly string[])[]): readonly Remark[];
  /** Where the standard fixes the columns; without it, and where it gives null, they are guessed from headers and values. */
  plan?(table: SampleTable): FixedPlan | null;
}
