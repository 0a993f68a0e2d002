import type { ImportSpecification } from '../../contract/import.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { headerFingerprint, listSpecifications, savedSpecification } from './specifications.ts';

/** A saved specification as it fits the columns of this file. */
export interface SavedMatch {
  readonly specification: ImportSpecification;
  readonly isReordered: boolean;
  /** Columns it was made for that the file does not have. */
  readonly missing: readonly string[];
  /** 1 where every column it reads is there. */
  readonly quality: number;
}

/** Names are compared without capitals and doubled spaces, as the fingerprint of a header does. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Of a saved one at least so many columns must be there before it is offered for a file with other headers. */
const LEAST_COLUMNS = 3;
const LARGEST_GAP = 1;

/**
 * The specification saved last for these headers in any order; where there is none, the one that lacks one column of
 * the file's. What it loses is said; where it needs the column, the mapping asks.
 */
export function savedMatch(
  database: ReadableDatabase,
  format: ImportSpecification['format'],
  columns: readonly string[],
): SavedMatch | null {
  const exact = savedSpecification(database, columns);
  if (exact !== null && exact.format === format) return fitted(exact, columns);
  const here = new Set(columns.map(folded));
  const near = listSpecifications(database)
    .filter((one) => one.format === format && isNear(one.columns, here))
    .map((one) => fitted(one, columns))
    .sort((left, right) => right.quality - left.quality);
  return near[0] ?? null;
}

function isNear(columns: readonly string[], here: ReadonlySet<string>): boolean {
  const missing = columns.filter((column) => !here.has(folded(column))).length;
  return columns.length >= LEAST_COLUMNS && missing <= LARGEST_GAP && columns.length - missing >= 2;
}

function fitted(saved: ImportSpecification, columns: readonly string[]): SavedMatch {
  const names = new Map(columns.map((name) => [folded(name), name]));
  const missing = saved.columns.filter((name) => !names.has(folded(name)));
  const specification = withoutOptional(renamed(saved, names), new Set(missing));
  const there = saved.columns.filter((name) => names.has(folded(name))).map(folded);
  const order = columns.map(folded).filter((name) => there.includes(name));
  return {
    specification,
    isReordered: order.join('\u0000') !== there.join('\u0000'),
    missing,
    quality: headerFingerprint(saved.columns) === headerFingerprint(columns) ? 1 : share(saved, missing),
  };
}

function share(saved: ImportSpecification, missing: readonly string[]): number {
  const all = Math.max(1, saved.columns.length);
  return Math.round(((all - missing.length) / all) * 100) / 100;
}

/** Every column the mapping reads by the name it has in this file. */
function renamed(saved: ImportSpecification, names: ReadonlyMap<string, string>): ImportSpecification {
  const nameHere = (name: string): string => names.get(folded(name)) ?? name;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === 'columns' && Array.isArray(inner) ? inner.map((name) => nameHere(String(name))) : walk(inner),
      ]),
    );
  };
  const { entities, links, events, rowFilter } = saved;
  return {
    ...saved,
    ...(walk({ entities, links, events }) as Pick<ImportSpecification, 'entities' | 'links' | 'events'>),
    ...(rowFilter === undefined ? {} : { rowFilter: { ...rowFilter, column: nameHere(rowFilter.column) } }),
  };
}

/** A property of a column that is not there goes; anything else that needs it stays and is shown as a problem. */
function withoutOptional(
  specification: ImportSpecification,
  missing: ReadonlySet<string>,
): ImportSpecification {
  if (missing.size === 0) return specification;
  const kept = <T extends { readonly columns: readonly string[] }>(properties: Record<string, T>) =>
    Object.fromEntries(
      Object.entries(properties).filter(([, { columns }]) => !columns.some((name) => missing.has(name))),
    );
  const { entities, events } = specification;
  return {
    ...specification,
    entities: entities.map((one) => ({ ...one, properties: kept(one.properties) })),
    events: events.map((one) => ({ ...one, properties: kept(one.properties) })),
  };
}
