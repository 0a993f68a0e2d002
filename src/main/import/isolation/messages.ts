import type { ReadingChoice } from '../../../contract/import.ts';
import type { AppError } from '../../../core/result.ts';
import type { ReadableSpecification, SampleTable, SourceRow } from '../readers/reader.ts';

/** What the engine asks of a reader's thread; a thread does one at a time. */
export type ReaderTask =
  | {
      readonly kind: 'read';
      readonly format: string;
      readonly name: string;
      readonly specification: ReadableSpecification;
    }
  | {
      readonly kind: 'look';
      readonly format: string;
      readonly name: string;
      readonly size: number;
      readonly reading: ReadingChoice;
    };

export type ToThread =
  | { readonly kind: 'task'; readonly task: ReaderTask }
  /** Answer to `ask`; null = the bytes are at their end. */
  | { readonly kind: 'bytes'; readonly ask: number; readonly bytes: Uint8Array | null }
  /** The engine has taken a batch: one more may come. */
  | { readonly kind: 'taken' };

export type FromThread =
  /** The thread waits for the engine: the beginning of the file, or the next piece of one reading of it. */
  | { readonly kind: 'ask'; readonly ask: number; readonly what: 'sample' }
  | { readonly kind: 'ask'; readonly ask: number; readonly what: 'piece'; readonly reading: number }
  | { readonly kind: 'enough'; readonly reading: number }
  | Finished
  | ThreadNews;

/** After its task: `isClean` where the thread is as it was before and may be given another. */
export interface Finished {
  readonly kind: 'finished';
  readonly isClean: boolean;
}

export type ThreadNews =
  | { readonly kind: 'columns'; readonly columns: readonly string[] }
  | { readonly kind: 'rows'; readonly rows: readonly SourceRow[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'table'; readonly table: SampleTable }
  /** `error` where the reader refused the file, else a defect and where in the code it happened. */
  | {
      readonly kind: 'failed';
      readonly error: AppError | null;
      readonly isTooBig: boolean;
      readonly place: string;
    };

/** Batches that may be on their way before the engine has taken one. */
export const BATCHES_AHEAD = 4;
