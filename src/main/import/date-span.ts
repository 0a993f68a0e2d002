import type { ImportSpecification, Inspection } from '../../contract/import.ts';
import { Failure } from '../../core/result.ts';
import { SAMPLE_BYTES } from './files.ts';
import { LOOKED_AT } from './look.ts';
import { compileMapping } from './mapping.ts';
import type { SampleTable } from './readers/index.ts';

/** First and last moment of the rows that were looked at, as the specification reads them; null where it reads none. */
export function dateSpan(
  table: SampleTable,
  specification: ImportSpecification,
  /** Bytes of the file. */
  size: number,
): Inspection['dates'] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  try {
    const mapper = compileMapping(specification, table.columns);
    for (const [at, cells] of table.rows.entries()) {
      for (const { start } of mapper({ line: at, cells, problem: null }).draft?.events ?? []) {
        if (start === null) continue;
        first = Math.min(first, start);
        last = Math.max(last, start);
      }
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return null;
  }
  return first > last ? null : { first, last, isWhole: isWhole(table, size) };
}

/** A small file was looked at to its end, whatever the estimate says; packed ones only up to so many rows. */
function isWhole({ rows, estimatedRows }: SampleTable, size: number): boolean {
  return rows.length >= estimatedRows || (size <= SAMPLE_BYTES && rows.length < LOOKED_AT);
}
