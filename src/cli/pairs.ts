import type { LabelledPair } from '../core/names/index.ts';
import { Failure } from '../core/result.ts';
import type { RowStream, SourceRow } from '../main/import/readers/index.ts';
import { CommandFailed, WrongCall } from './failure.ts';
import { errorSentence, say } from './messages.ts';

/** Names of the columns that hold the two names and the label. */
export type PairColumns = readonly [left: string, right: string, label: string];

export interface PairOfFile extends LabelledPair {
  readonly line: number;
}

export interface UnreadableRow {
  readonly line: number;
  /** What stands there; null where the row itself could not be read. */
  readonly label: string | null;
}

export interface PairFile {
  readonly pairs: readonly PairOfFile[];
  readonly unreadable: readonly UnreadableRow[];
}

const LABELS: ReadonlyMap<string, boolean> = new Map([
  ...['1', 'true', 'yes', 'так', 'da', 'да'].map((word) => [word, true] as const),
  ...['0', 'false', 'no', 'ні', 'nu', 'нет'].map((word) => [word, false] as const),
]);

/** A table of labelled pairs, of any encoding and delimiter. A row that cannot be read is named, never guessed. */
export async function readPairs(path: string, columns: PairColumns): Promise<PairFile> {
  try {
    const read = await readTable(path, columns);
    if (read.pairs.length > 0) return read;
  } catch (error) {
    throw error instanceof Failure ? inWords(error) : error;
  }
  throw new CommandFailed('cli.no-pairs', say('cli:error.no-pairs', { path }));
}

/** The readers are loaded only by the command that reads a file, so that the others start at once. */
async function readTable(path: string, columns: PairColumns): Promise<PairFile> {
  const { openSource } = await import('../main/import/files.ts');
  const { delimited } = await import('../main/import/readers/delimited.ts');
  const { lookAtTable } = await import('../main/import/readers/delimited-look.ts');
  const { createUploads } = await import('../main/engine/upload-store.ts');
  const source = await openSource({ uploads: createUploads() }, path);
  try {
    const look = await lookAtTable(source, { headerRow: 0 });
    return await pairsOf(await delimited.read(source.chunks(), look, source.name), columns, path);
  } finally {
    source.close();
  }
}

async function pairsOf(table: RowStream, columns: PairColumns, path: string): Promise<PairFile> {
  const pairs: PairOfFile[] = [];
  const unreadable: UnreadableRow[] = [];
  const places = columns.map((column) => placeOf(column, table.columns, path));
  for await (const rows of table.batches)
    for (const row of rows) {
      const pair = pairOf(row, places);
      if ('left' in pair) pairs.push(pair);
      else unreadable.push(pair);
    }
  return { pairs, unreadable };
}

function placeOf(column: string, columns: readonly string[], path: string): number {
  const at = columns.findIndex((one) => sameWord(one) === sameWord(column));
  if (at >= 0) return at;
  const params = { column, path, columns: columns.join(', ') };
  throw new WrongCall('cli.column-missing', say('cli:error.column-missing', params), { columns });
}

function pairOf({ line, cells, problem }: SourceRow, places: readonly number[]): PairOfFile | UnreadableRow {
  if (problem !== null) return { line, label: null };
  const [left = '', right = '', label = ''] = places.map((at) => (cells[at] ?? '').trim());
  const isMatch = LABELS.get(sameWord(label));
  return isMatch === undefined ? { line, label } : { line, left, right, isMatch };
}

function sameWord(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

function inWords({ error }: Failure): CommandFailed {
  const { code, params = {} } = error;
  return new CommandFailed(code, errorSentence({ code, message: code, params }));
}
