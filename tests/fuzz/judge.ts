import { Failure } from '../../src/core/result.ts';
import { detectEncoding } from '../../src/main/import/encoding.ts';
import { memorySource } from '../../src/main/import/files.ts';
import { compileMapping } from '../../src/main/import/mapping.ts';
import { READERS, type Reader, type SampleTable } from '../../src/main/import/readers/index.ts';
import { suggest } from '../../src/main/import/suggest.ts';
import type { Seed } from './seeds.ts';

export type Verdict =
  | { readonly kind: 'read'; readonly rows: number; readonly rejected: number }
  | { readonly kind: 'refused'; readonly code: string };

/**
 * Recognises, looks at, maps and reads a file as an import does. A file may be refused with a sentence; whatever else is
 * thrown is a defect, and so is a row that is no row. Throws where the reader breaks the rules.
 */
export async function judge(reader: Reader, { name, bytes }: Seed): Promise<Verdict> {
  for (const one of READERS) {
    const { confidence } = one.sniff(bytes.subarray(0, 512 * 1024), name);
    if (!(confidence >= 0 && confidence <= 1)) throw new Error(`${one.format} is ${confidence} sure`);
  }
  try {
    return await readAll(reader, { name, bytes });
  } catch (error) {
    if (error instanceof Failure && error.error.code.startsWith('import.'))
      return { kind: 'refused', code: error.error.code };
    throw error;
  }
}

async function readAll(reader: Reader, { name, bytes }: Seed): Promise<Verdict> {
  const source = memorySource(name, bytes);
  const table = await tableOf(reader, source);
  const { specification } = suggest(table, 'Europe/Kyiv');
  const stream = await reader.read(source.chunks(), specification, name);
  const mapper = compileMapping(specification, stream.columns);
  let rows = 0;
  let rejected = 0;
  for await (const batch of stream.batches)
    for (const row of batch) {
      rows += 1;
      const isRow = Number.isInteger(row.line) && row.cells.every((cell) => typeof cell === 'string');
      if (!isRow) throw new Error(`row ${rows} is none: line ${row.line}`);
      if (mapper(row).problem !== null) rejected += 1;
    }
  return { kind: 'read', rows, rejected };
}

async function tableOf(reader: Reader, source: ReturnType<typeof memorySource>): Promise<SampleTable> {
  if (reader.look !== undefined) return reader.look(source, {});
  const { encoding } = detectEncoding(await source.sample());
  const settings = { encoding, delimiter: '', quote: '', headerRow: 0, columns: [] };
  const stream = await reader.read(source.chunks(), settings, source.name);
  const rows: string[][] = [];
  for await (const batch of stream.batches)
    for (const { cells, problem } of batch) if (problem === null) rows.push([...cells]);
  const { columns } = stream;
  return {
    ...settings,
    fileName: source.name,
    format: reader.format,
    columns: [...columns],
    rows,
    estimatedRows: rows.length,
  };
}
