import type { ReadingChoice } from '../../contract/import.ts';
import type { ListInspection, ListMapping } from '../../contract/lists.ts';
import { detectDateOrder } from '../../core/time/index.ts';
import type { Context } from '../engine/context.ts';
import { openSource } from '../import/files.ts';
import { guessFields } from './guess-fields.ts';
import type { ListTable } from './list-table.ts';
import { lookAtList } from './rows.ts';

const EXAMPLES = 4;
const LONGEST_EXAMPLE = 80;

/** What a file is as a list, with a mapping ready to use. Failures: those of `lookAtList` and `openSource`. */
export async function inspectList(
  context: Pick<Context, 'uploads'>,
  path: string,
  reading: ReadingChoice,
): Promise<ListInspection> {
  const source = await openSource(context, path);
  try {
    const table = await lookAtList(source, reading);
    const { mapping, ambiguousDates } = mappingOf(table);
    return {
      path,
      fileName: source.name,
      size: source.size,
      parts: [...(table.parts ?? [])],
      columns: table.columns.map((name, at) => ({ name, examples: examplesOf(table, at) })),
      estimatedRows: table.estimatedRows,
      ambiguousDates,
      mapping,
    };
  } finally {
    source.close();
  }
}

function examplesOf({ rows }: ListTable, at: number): string[] {
  const found = new Set<string>();
  for (const row of rows) {
    const cell = (row[at] ?? '').trim();
    if (cell !== '') found.add(cell.slice(0, LONGEST_EXAMPLE));
    if (found.size >= EXAMPLES) break;
  }
  return [...found];
}

function mappingOf(table: ListTable): { mapping: ListMapping; ambiguousDates: boolean } {
  const fields = guessFields(table.columns, table.rows);
  const births = table.columns.flatMap((column, at) => (fields[column] === 'birthDate' ? [at] : []));
  const dates = detectDateOrder(table.rows.flatMap((row) => births.map((at) => row[at] ?? '')));
  const { format, encoding, delimiter, quote, headerRow, part } = table;
  const mapping = {
    format,
    encoding,
    delimiter,
    quote,
    headerRow,
    columns: [...table.columns],
    dateOrder: dates.order,
    country: '',
    fields,
    ...(part === undefined ? {} : { part }),
  };
  return { mapping, ambiguousDates: dates.dates > 0 && dates.ambiguous };
}
