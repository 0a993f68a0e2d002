import { delimited } from './delimited.ts';
import { gpx } from './gpx.ts';
import { json } from './json/json.ts';
import { jsonLines } from './json/lines.ts';
import { matrix } from './matrix/matrix.ts';
import type { Reader, Sniffed } from './reader.ts';
import { ods } from './sheets/ods.ts';
import { xls } from './sheets/xls.ts';
import { xlsx } from './sheets/xlsx.ts';

export type { FixedPlan, Reader, RowStream, SampleTable, SourceRow } from './reader.ts';

/** Every format the program reads rows from; another format is one more record here. */
export const READERS: readonly Reader[] = [gpx, xlsx, xls, ods, json, jsonLines, matrix, delimited];

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
    const sniffed = reader.sniff(sample, fileName);
    if (sniffed.confidence > best.sniffed.confidence) best = { reader, sniffed };
    else if (best.reader === null && sniffed.why === 'binary') best = { reader: null, sniffed };
  }
  return best;
}
