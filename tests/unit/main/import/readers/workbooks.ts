import { type BookType, type CellObject, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { memorySource } from '../../../../../src/main/import/files.ts';
import type { SampleTable } from '../../../../../src/main/import/readers/index.ts';
import type { Reader } from '../../../../../src/main/import/readers/reader.ts';

/** A workbook of sheets in any form the library writes. */
export function workbook(
  sheets: Readonly<Record<string, WorkSheet>>,
  bookType: BookType,
  change: (book: WorkBook) => void = () => undefined,
): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  change(book);
  return new Uint8Array(write(book, { type: 'buffer', bookType, bookSST: bookType === 'xlsx' }));
}

export function sheetOf(
  rows: readonly (readonly (CellObject | string | number | boolean | null)[])[],
): WorkSheet {
  return utils.aoa_to_sheet(rows.map((row) => [...row]));
}

export const number = (v: number, z?: string): CellObject =>
  z === undefined ? { t: 'n', v } : { t: 'n', v, z };

export async function lookAndRead(
  reader: Reader,
  name: string,
  bytes: Uint8Array,
  part?: string,
): Promise<{ table: SampleTable; lines: number[]; rows: string[][]; columns: readonly string[] }> {
  const source = memorySource(name, bytes);
  if (reader.look === undefined) throw new Error('no look');
  const table = await reader.look(source, part === undefined ? {} : { part });
  const stream = await reader.read(source.chunks(), table, name);
  const rows: string[][] = [];
  const lines: number[] = [];
  for await (const batch of stream.batches) {
    for (const row of batch) {
      rows.push([...row.cells]);
      lines.push(row.line);
    }
  }
  return { table, lines, rows, columns: stream.columns };
}
