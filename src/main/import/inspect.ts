import type { ImportSpecification, Inspection, ReadingChoice } from '../../contract/import.ts';
import type { Sentence } from '../../contract/terms.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { dateEvidence } from './date-evidence.ts';
import { dateSpan } from './date-span.ts';
import { type ByteSource, hashOf, openSource } from './files.ts';
import { refuseForbidden } from './hash-only.ts';
import { importedBefore } from './imported-before.ts';
import { lookAt } from './look.ts';
import { projectedColumns } from './projected.ts';
import { hasHeader } from './readers/dialect.ts';
import { chooseReader, type SampleTable } from './readers/index.ts';
import { type SavedMatch, savedMatch } from './saved-match.ts';
import { reason } from './sentences.ts';
import { type Suggestion, suggest } from './suggest.ts';

const SHOWN_ROWS = 20;
const SHOWN_EXAMPLES = 5;
const yieldTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export interface InspectionWish {
  /** What a person says of the bytes. */
  readonly reading?: ReadingChoice | undefined;
  /** Of the source; without it the one of the settings. */
  readonly timeZone?: string | undefined;
  /** The analysis file the duplicates are looked for in. */
  readonly fileId?: string | undefined;
}

/**
 * Looks at a file without importing it: what it is and why, its columns, and a specification ready to use. A saved
 * specification for the same columns, in whatever order, comes before any guess. Failure import.not-a-table for
 * pictures, documents and other bytes that are no table.
 */
export async function inspectFile(
  context: Context,
  path: string,
  wish: InspectionWish = {},
): Promise<Inspection> {
  const source = await openSource(context, path);
  try {
    return await inspectSource(context, path, source, wish);
  } finally {
    source.close();
  }
}

async function inspectSource(
  context: Context,
  path: string,
  source: ByteSource,
  { reading = {}, timeZone = context.settings.get().timeZone, fileId }: InspectionWish,
): Promise<Inspection> {
  await refuseForbidden(context.database(), source);
  const { reader, sniffed } = chooseReader(await source.sample(), source.name);
  if (reader === null) throw new Failure('import.not-a-table', { file: source.name });
  const table = await lookAt(reader, source, reading);
  const { suggestion, remarks } = await withEvidence(suggest(table, timeZone), source);
  const saved = savedMatch(context.database(), table.format, table.columns);
  const chosen = choice(saved, suggestion, table);
  const sha256 = await hashOf(source, yieldTurn);
  return {
    path,
    fileName: source.name,
    size: source.size,
    sha256,
    format: reader.format,
    confidence: sniffed.confidence,
    why: reason(sniffed.why),
    whyCountry: saved === null ? suggestion.whyCountry : null,
    ...shapeOf(table, remarks),
    duplicateOf: importedBefore(context.database(), sha256, fileId ?? null, table.part ?? null),
    ...chosen,
    dates: dateSpan(table, chosen.suggested, source.size),
    columns: suggestion.columns.map(({ column, field, examples }) => ({
      name: column,
      guess: field ?? '',
      examples: examples.slice(0, SHOWN_EXAMPLES),
    })),
  };
}

/** What the file as a whole says of its dates, and what must be asked about its coordinates. */
async function withEvidence(
  suggestion: Suggestion,
  source: ByteSource,
): Promise<{ suggestion: Suggestion; remarks: Sentence[] }> {
  const { specification, ambiguousDates, dateColumns, columns } = suggestion;
  const metres = projectedColumns(columns);
  const remarks = metres === null ? [] : [{ key: 'import:remark.projectedCoordinates', params: metres }];
  if (!ambiguousDates) return { suggestion, remarks };
  const evidence = await dateEvidence(source, specification, dateColumns, yieldTurn);
  if (evidence === null) return { suggestion, remarks };
  const { order, ambiguous, remark } = evidence;
  const settled = { ...suggestion, ambiguousDates: ambiguous };
  return {
    suggestion: { ...settled, specification: { ...specification, dateOrder: order } },
    remarks: [...remarks, remark],
  };
}

function shapeOf(table: SampleTable, more: readonly Sentence[]) {
  return {
    encoding: table.encoding,
    delimiter: table.delimiter,
    hasHeader: hasHeader(table.columns),
    sampleRows: table.rows.slice(0, SHOWN_ROWS).map((row) => [...row]),
    estimatedRows: table.estimatedRows,
    parts: [...(table.parts ?? [])],
    part: table.part ?? null,
    remarks: [
      ...(table.remarks ?? []).map(({ code, params }) => ({
        key: `import:remark.${code}`,
        params: { ...params },
      })),
      ...more,
    ],
  };
}

function choice(
  saved: SavedMatch | null,
  suggestion: Suggestion,
  table: SampleTable,
): Pick<Inspection, 'suggested' | 'quality' | 'suggestedFrom' | 'savedMatch' | 'ambiguousDates'> {
  if (saved === null) {
    const { specification, quality, from, ambiguousDates } = suggestion;
    return {
      suggested: specification,
      quality,
      suggestedFrom: from,
      savedMatch: null,
      ambiguousDates,
    };
  }
  const { encoding, delimiter, quote, headerRow, part } = table;
  const read = { encoding, delimiter, quote, headerRow, ...(part === undefined ? {} : { part }) };
  const { specification, quality, isReordered, missing } = saved;
  return {
    suggested: {
      ...specification,
      ...read,
      ...orderHere(specification, suggestion),
      columns: [...table.columns],
    },
    quality,
    suggestedFrom: 'saved',
    savedMatch: { name: specification.name, isReordered, missing: [...missing] },
    ambiguousDates: suggestion.ambiguousDates && hasOwnOrder(specification),
  };
}

/** Formats whose files all have the same columns, whatever phone wrote them and in which order of day and month. */
const hasOwnOrder = ({ format }: ImportSpecification): boolean => format === 'whatsapp' || format === 'viber';

/** The order such a file itself tells; a saved one is that of another phone. */
function orderHere(
  saved: ImportSpecification,
  { specification, ambiguousDates }: Suggestion,
): Partial<ImportSpecification> {
  return hasOwnOrder(saved) && !ambiguousDates ? { dateOrder: specification.dateOrder } : {};
}
