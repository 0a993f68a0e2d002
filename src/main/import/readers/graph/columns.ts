import { IDENTIFIER_KINDS } from '../../../../core/identifiers/index.ts';

/** Columns of the one table every chart file becomes; only those a file has values for are there. */
export const FIXED_COLUMNS: readonly string[] = [
  'kind',
  'id',
  'type',
  'label',
  'country',
  'status',
  'from',
  'from type',
  'from id',
  'to',
  'to type',
  'to id',
  'link',
  'strength',
  'link start',
  'link end',
  'event',
  'priced event',
  'by',
  'by type',
  'by id',
  'with',
  'with type',
  'with id',
  'start',
  'end',
  'duration',
  'amount',
  'currency',
  'place',
  'latitude',
  'longitude',
];

/** Label, type and id of the two ends; those of an event stand apart, or it would be taken for a link as well. */
export const END_COLUMNS = {
  link: [
    ['from', 'from type', 'from id'],
    ['to', 'to type', 'to id'],
  ],
  event: [
    ['by', 'by type', 'by id'],
    ['with', 'with type', 'with id'],
  ],
} as const;

/** Behind the name of an attribute of the file that is called like one of our columns. */
export const ATTRIBUTE_AGAIN = ' (2)';

const IDENTIFIER_COLUMN = new RegExp(`^(${IDENTIFIER_KINDS.join('|')})( \\d+)?$`);

export function isReserved(name: string): boolean {
  return FIXED_COLUMNS.includes(name) || IDENTIFIER_COLUMN.test(name);
}

export function identifierColumn(kind: string, number: number): string {
  return number === 1 ? kind : `${kind} ${number}`;
}

/** Kind of the identifiers in a column; null where it is no such column. */
export function identifierKind(column: string): string | null {
  return IDENTIFIER_COLUMN.exec(column)?.[1] ?? null;
}
