import type { RowFilter } from '../../contract/import.ts';
import { Failure } from '../../core/result.ts';
import { safePattern } from './value-source.ts';

/**
 * Whether a row is left out by a person's filter. A row too short to have the column is not: it goes on and is rejected
 * with its reason. Failures import.column-missing, import.bad-pattern.
 */
export function leavesOut(
  filter: RowFilter | undefined,
  columns: ReadonlyMap<string, number>,
): (cells: readonly string[]) => boolean {
  if (filter === undefined) return () => false;
  const at = columns.get(filter.column);
  if (at === undefined) throw new Failure('import.column-missing', { column: filter.column });
  const fits = testOf(filter);
  const dropsFitting = filter.rows === 'drop';
  return (cells) => {
    const cell = cells[at];
    return cell !== undefined && fits(cell.trim()) === dropsFitting;
  };
}

function testOf({ test, text }: RowFilter): (cell: string) => boolean {
  if (test === 'matches') {
    const pattern = safePattern(text);
    return (cell) => pattern.test(cell);
  }
  const wanted = text.trim().toLocaleLowerCase();
  return test === 'equals'
    ? (cell) => cell.toLocaleLowerCase() === wanted
    : (cell) => cell.toLocaleLowerCase().includes(wanted);
}
