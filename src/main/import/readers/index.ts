import { delimited } from './delimited.ts';
import { gpx } from './gpx.ts';
import type { Reader, Sniffed } from './reader.ts';

export type { FixedPlan, Reader, RowStream, SampleTable, SourceRow } from './reader.ts';

/** Every format the program reads rows from; another format is one more record here. */
export const READERS: readonly Reader[] = [gpx, delimited];

export function readerOf(format: string): Reader | null {
  return READERS.find((reader) => reader.format === format) ?? null;
}

/** The reader surest of itself, or null with the reason where none is. */
export function chooseReader(
  sample: Uint8Array,
  fileName: string,
): { reader: Reader | null; sniffed: Sniffed } {
  let best: { reader: Reader | null; sniffed: Sniffed } = {
    reader: null,
    sniffed: { confidence: 0, why: 'notTable' },
  };
  for (const reader of READERS) {
    const sniffed = sniffedBy(reader, sample, fileName);
    if (sniffed.confidence > best.sniffed.confidence) best = { reader, sniffed };
    else if (best.reader === null && sniffed.why === 'binary') best = { reader: null, sniffed };
  }
  return best;
}

/** Bytes a reader cannot even look at are none of its format. */
function sniffedBy(reader: Reader, sample: Uint8Array, fileName: string): Sniffed {
  try {
    return reader.sniff(sample, fileName);
  } catch {
    return { confidence: 0, why: 'notTable' };
  }
}
