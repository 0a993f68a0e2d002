import { Failure } from '../../core/result.ts';

/** Enough for dialect, headers and date order; a file is never read whole into memory. */
export const SAMPLE_BYTES = 512 * 1024;
export const READ_BYTES = 1024 * 1024;

export type Place = { readonly path: string } | { readonly bytes: Uint8Array };

/** Bytes to import, wherever they come from: a path, an upload held in memory, an attachment of the vault. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  sample(): Promise<Uint8Array>;
  chunks(): AsyncIterable<Uint8Array>;
  /** Where an archive can be read at any place: the list of what it holds stands at its end. */
  readonly place?: Place;
  /** Lets go of the file, also where nobody read it to its end. */
  close(): void;
}

/** Bytes already in memory. Failure import.file-empty. */
export function memorySource(name: string, bytes: Uint8Array): ByteSource {
  if (bytes.length === 0) throw new Failure('import.file-empty', { file: name });
  return {
    name,
    size: bytes.length,
    sample: async () => bytes.subarray(0, SAMPLE_BYTES),
    chunks: async function* pieces() {
      for (let at = 0; at < bytes.length; at += READ_BYTES) yield bytes.subarray(at, at + READ_BYTES);
    },
    place: { bytes },
    close: () => undefined,
  };
}
