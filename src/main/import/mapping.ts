import type { ImportSpecification } from '../../contract/import.ts';
import { type RowDraft, type RowProblem, RowRejection } from './drafts.ts';
import { entityMapper } from './map-entities.ts';
import { eventMapper } from './map-events.ts';
import { linkMapper } from './map-links.ts';
import type { SourceRow } from './readers/index.ts';
import { leavesOut } from './row-filter.ts';

/** A row as it will become, why it cannot, or neither: the filter leaves it out. */
type MappedRow =
  | { readonly draft: RowDraft; readonly problem: null }
  | { readonly draft: null; readonly problem: RowProblem | null };

/** Pure: looks nothing up, writes nothing. */
export type RowMapper = (row: SourceRow) => MappedRow;
const LEFT_OUT: MappedRow = { draft: null, problem: null };

const LONGEST_VALUE = 500;

/**
 * Compiles a specification for the columns a file really has; the order of the columns does not matter.
 * Failure import.column-missing before any row where a column the specification needs is not there.
 */
export function compileMapping(specification: ImportSpecification, columns: readonly string[]): RowMapper {
  const index = new Map(columns.map((name, at) => [name, at]));
  const entities = specification.entities.map((one) => entityMapper(one, index, specification));
  const links = linkMapper(specification, index);
  const events = specification.events.map((one) => eventMapper(one, index, specification));
  const lastUsed = lastColumn(specification, index);
  const width = columns.length;
  const isLeftOut = leavesOut(specification.rowFilter, index);
  return (row) => {
    if (row.problem === null && isLeftOut(row.cells)) return LEFT_OUT;
    try {
      checkWidth(row, width, lastUsed);
      const found = entities.map((map) => map(row.cells));
      const made = events.map((map) => map(row.cells, found)).filter((event) => event !== null);
      const isEmpty = made.length === 0 && found.every((one) => one === null);
      if (isEmpty) throw new RowRejection('nothing-found', null, row.cells.join(' '));
      return {
        draft: { line: row.line, entities: found, links: links(found, row.cells), events: made },
        problem: null,
      };
    } catch (error) {
      if (!(error instanceof RowRejection)) throw error;
      const { code, column, value } = error;
      return { draft: null, problem: { line: row.line, column, code, value: value.slice(0, LONGEST_VALUE) } };
    }
  };
}

/** A row shorter than the columns in use was cut off; one with more filled cells than columns is shifted somewhere. */
function checkWidth(row: SourceRow, width: number, lastUsed: number): void {
  const { cells, problem } = row;
  if (problem !== null) throw new RowRejection(problem.code, null, problem.raw);
  if (cells.length === width) {
    if (cells[0] === '' && cells.every((cell) => cell.trim() === ''))
      throw new RowRejection('row-empty', null, '');
  } else if (cells.every((cell) => cell.trim() === '')) throw new RowRejection('row-empty', null, '');
  else if (cells.length <= lastUsed) throw new RowRejection('cells-missing', null, cells.join(' '));
  else if (cells.slice(width).some((cell) => cell.trim() !== '')) {
    throw new RowRejection('cells-too-many', null, cells.join(' '));
  }
  for (const cell of cells) {
    if (cell.includes('\uFFFD')) throw new RowRejection('characters-broken', null, cell);
  }
}

/** Index of the right-most column the specification reads, −1 where it reads none. */
function lastColumn(specification: ImportSpecification, index: ReadonlyMap<string, number>): number {
  let last = -1;
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'columns' && Array.isArray(inner)) {
          for (const name of inner) last = Math.max(last, index.get(String(name)) ?? -1);
        } else visit(inner);
      }
    }
  };
  visit(specification.entities);
  visit(specification.links);
  visit(specification.events);
  return last;
}
