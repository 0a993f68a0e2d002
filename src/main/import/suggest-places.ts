import {
  type Columns,
  cellOf,
  type EntityMapping,
  hasPosition,
  position,
  type TableKind,
  type TablePlan,
} from './suggest-parts.ts';

const BARE_NAME =
  /^(name|title|object|назва|назва об[’'ʼ]?єкта|об[’'ʼ]?єкт|название|название объекта|объект|nume|denumire|denumirea|obiect)$/i;
/** With one of these the name beside a position is that of somebody or something that has a place, not of the place. */
const NOT_A_PLACE = [
  'start',
  'date',
  'phone',
  'plate',
  'imei',
  'givenName',
  'birthDate',
  'personalNumber',
  'document',
  'companyNumber',
  'lei',
  'imo',
  'mmsi',
] as const;

/** A column of mere names in a list that says nothing else but where. */
function bareName(columns: Columns): string | undefined {
  if (NOT_A_PLACE.some((field) => columns.has(field))) return undefined;
  return columns.guesses.find(({ column }) => BARE_NAME.test(column.trim()))?.column;
}

const isPlaceList = (columns: Columns): boolean =>
  hasPosition(columns) &&
  (columns.has('cell') ||
    columns.has('placeName') ||
    columns.has('address') ||
    bareName(columns) !== undefined);

/** Cells by their number inside a network; what else stands in such a list is about the antenna, and nobody was there. */
export const towers: TableKind = {
  name: 'towers',
  matches: (columns) =>
    isPlaceList(columns) &&
    columns.has('cell') &&
    (columns.has('mcc') || columns.has('lac')) &&
    !(['caller', 'called', 'phone', 'imei', 'imsi', 'duration'] as const).some((field) => columns.has(field)),
  plan: placePlan,
};

export const places: TableKind = { name: 'places', matches: isPlaceList, plan: placePlan };

function placePlan(columns: Columns): TablePlan {
  const bare = bareName(columns);
  if (bare !== undefined) columns.used.add(bare);
  const named = bare === undefined ? null : { columns: [bare] };
  const label = cellOf(columns) ??
    columns.value('placeName') ??
    named ??
    columns.value('address') ?? { columns: [] };
  const { latitude, longitude } = position(columns);
  const properties = columns.properties({
    accuracy: 'accuracyMetres',
    azimuth: 'azimuth',
    address: 'address',
    cellAddress: 'address',
  });
  const at = latitude === null || longitude === null ? {} : { latitude, longitude };
  const place: EntityMapping = {
    name: 'place',
    type: 'place',
    identifiers: [],
    label,
    properties: { ...properties, ...at, ...columns.rest() },
    required: true,
  };
  return { entities: [place], links: [], events: [] };
}
