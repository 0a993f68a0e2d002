import { NO_EVENT, type ValueSource } from '../../../../contract/import.ts';
import type { ColumnField } from '../../header-words.ts';
import type { EntityMapping, TablePlan } from '../../suggest-parts.ts';
import type { FixedPlan } from '../reader.ts';
import { ATTRIBUTE_AGAIN, END_COLUMNS, FIXED_COLUMNS, identifierKind } from './columns.ts';

const FIXED: ReadonlySet<string> = new Set(FIXED_COLUMNS);

/** What the table of a chart becomes: its columns say all of it, row by row. */
export function graphPlan({ columns }: { readonly columns: readonly string[] }): FixedPlan {
  const has = new Set(columns);
  const one = (name: string): ValueSource => ({ columns: [name] });
  const optional = (name: string): ValueSource | null => (has.has(name) ? one(name) : null);
  const properties = Object.fromEntries(
    columns
      .filter((name) => !FIXED.has(name) && identifierKind(name) === null)
      .map((name) => [propertyName(name), one(name)]),
  );
  const entities = entitiesOf(columns, has, properties);
  return {
    entities,
    links: has.has('link') ? [linkOf(has, properties)] : [],
    events: eventsOf(has, optional, properties),
    fields: fieldsOf(columns),
  };
}

function propertyName(column: string): string {
  return column.endsWith(ATTRIBUTE_AGAIN) ? column.slice(0, -ATTRIBUTE_AGAIN.length) : column;
}

function entitiesOf(
  columns: readonly string[],
  has: ReadonlySet<string>,
  properties: Record<string, ValueSource>,
): EntityMapping[] {
  const country = has.has('country') ? { country: { columns: ['country'] } } : {};
  const identifiers = columns.flatMap((column) => {
    const kind = identifierKind(column);
    return kind === null ? [] : [{ kind, value: { columns: [column] }, ...country }];
  });
  const entity: EntityMapping = {
    name: 'entity',
    type: 'asset',
    typeFrom: { columns: ['type'] },
    key: { columns: ['id'] },
    identifiers,
    label: { columns: ['label'] },
    properties,
    ...(has.has('status') ? { status: { columns: ['status'] } } : {}),
    required: false,
  };
  const ends = [...END_COLUMNS.link, ...END_COLUMNS.event].filter(([name]) => has.has(name));
  return [...(has.has('id') ? [entity] : []), ...ends.map(endOf)];
}

/** An end says no more than which thing it is; the row of the thing says the rest. */
function endOf([name, type, id]: readonly [string, string, string]): EntityMapping {
  return {
    name,
    type: 'asset',
    typeFrom: { columns: [type] },
    key: { columns: [id] },
    identifiers: [],
    label: { columns: [name] },
    properties: {},
    required: false,
  };
}

function linkOf(
  has: ReadonlySet<string>,
  properties: Record<string, ValueSource>,
): TablePlan['links'][number] {
  return {
    from: 'from',
    to: 'to',
    type: 'other',
    typeFrom: { columns: ['link'] },
    strength: 'unconfirmed',
    strengthFrom: { columns: ['strength'] },
    ...(has.has('link start') ? { start: { columns: ['link start'] } } : {}),
    ...(has.has('link end') ? { end: { columns: ['link end'] } } : {}),
    properties,
  };
}

function eventsOf(
  has: ReadonlySet<string>,
  optional: (name: string) => ValueSource | null,
  properties: Record<string, ValueSource>,
): TablePlan['events'] {
  const event = {
    ...NO_EVENT,
    type: 'other' as const,
    from: has.has('by') ? 'by' : null,
    to: has.has('with') ? 'with' : null,
    start: optional('start'),
    end: optional('end'),
    durationSeconds: optional('duration'),
    place: optional('place'),
    latitude: optional('latitude'),
    longitude: optional('longitude'),
    properties,
  };
  const priced = { ...event, amount: optional('amount'), currency: optional('currency') };
  return [
    ...(has.has('event') ? [{ ...event, typeFrom: { columns: ['event'] } }] : []),
    ...(has.has('priced event') ? [{ ...priced, typeFrom: { columns: ['priced event'] } }] : []),
  ];
}

const FIELDS: Readonly<Record<string, ColumnField>> = {
  start: 'start',
  end: 'end',
  'link start': 'start',
  'link end': 'end',
  amount: 'amount',
  birthDate: 'birthDate',
  phone: 'phone',
  plate: 'plate',
  duration: 'duration',
};

function fieldsOf(columns: readonly string[]): Record<string, ColumnField> {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const field = FIELDS[column];
      return field === undefined ? [] : [[column, field]];
    }),
  );
}
