import type { SourceRow } from '../reader.ts';
import type { Shape, Vertex } from './geometry.ts';
import { type Described, PLACE_COLUMNS, type PlaceNames, placeRow, positionRow } from './place-row.ts';

/** A thing on a map with attributes of its own, as GeoJSON and shapefiles hold it. */
export interface Feature {
  readonly geometry: unknown;
  readonly attributes: Readonly<Record<string, unknown>>;
}

const MOST_COLUMNS = 200;
const NAME =
  /^(name|title|label|naziv|nazva|nazvanie|naimenov\w*|nume|denumire|назва|название|наименование|имя|ім['’]?я|name_\w{2,3})$/i;
const TIME = /^(time|timestamp|datetime|date_time|when|gpstime|recorded_?at|час|дата|время|data_ora)$/i;
const TRACK = /^(track|device|device_?id|tracker|unit|vehicle|plate|imei|трекер|пристрій|dispozitiv)$/i;
const ISO = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

/** Columns for the attributes of these features: their own names, told apart from the fixed ones. */
export class Attributes {
  readonly keys: readonly string[];
  readonly columns: readonly string[];
  readonly #known: ReadonlySet<string>;
  readonly #name: string | undefined;
  readonly #time: string | undefined;
  readonly #track: string | undefined;

  constructor(names: readonly string[]) {
    this.keys = names.slice(0, MOST_COLUMNS);
    this.#known = new Set([...this.keys, ...TIMES_OF_CORNERS]);
    const taken = new Set<string>(PLACE_COLUMNS);
    this.columns = this.keys.map((key) => {
      let column = key;
      while (taken.has(column)) column = `${column} *`;
      taken.add(column);
      return column;
    });
    this.#name = names.find((name) => NAME.test(name));
    this.#time = names.find((name) => TIME.test(name));
    this.#track = names.find((name) => TRACK.test(name));
  }

  describe(line: number, attributes: Feature['attributes']): Described & { readonly track: string } {
    const text = (key: string | undefined): string => (key === undefined ? '' : textOf(attributes[key]));
    const time = text(this.#time);
    const rest = Object.keys(attributes).filter((key) => !this.#known.has(key));
    return {
      line,
      name: text(this.#name),
      begin: ISO.test(time) ? time : '',
      finish: '',
      address: '',
      description: '',
      folder: '',
      data: rest.map((key) => `${key}: ${textOf(attributes[key])}`).join('\n'),
      extra: this.keys.map((key) => textOf(attributes[key])),
      track: text(this.#track),
    };
  }
}

/** Union of the attribute names in the order they first occur. */
export function attributeNames(features: readonly Feature[]): string[] {
  const names = new Set<string>();
  for (const { attributes } of features) for (const name of Object.keys(attributes)) names.add(name);
  for (const name of TIMES_OF_CORNERS) names.delete(name);
  return [...names];
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Rows of one feature: positions where it has times, else one place. */
export function featureRows(
  feature: Feature,
  line: number,
  attributes: Attributes,
  title: string,
  names: PlaceNames,
): SourceRow[] {
  const thing = attributes.describe(line, feature.attributes);
  const shapes = shapesOf(feature.geometry);
  if (shapes === null) {
    const raw = JSON.stringify(feature.geometry)?.slice(0, 500) ?? '';
    return [{ line, cells: [], problem: { code: 'coordinate-unreadable', raw } }];
  }
  const [only] = shapes;
  const times = timesOf(feature.attributes);
  if (only?.kind === 'LineString' && times.length > 0)
    return (only.rings[0] ?? []).map((vertex, at) =>
      positionRow(thing, thing.track || thing.name || title, vertex, times[at] ?? ''),
    );
  if (only?.kind === 'Point' && shapes.length === 1 && thing.begin !== '')
    return [positionRow(thing, thing.track || title, only.rings[0]?.[0] ?? [], thing.begin)];
  return [placeRow(thing, shapes, names)];
}

/** Long lists, read corner by corner: no attribute to repeat in every row. */
const TIMES_OF_CORNERS = ['coordTimes', 'coordinateProperties'];

/** Where converters of tracks put the times of a line, one for each corner. */
function timesOf(attributes: Feature['attributes']): string[] {
  const inner = attributes.coordinateProperties;
  const found =
    attributes.coordTimes ??
    (typeof inner === 'object' && inner !== null && 'times' in inner ? inner.times : null);
  return Array.isArray(found) ? found.filter((one) => !Array.isArray(one)).map(textOf) : [];
}

type Nested = readonly unknown[];

/** Null where the coordinates are none. */
function shapesOf(geometry: unknown): Shape[] | null {
  if (geometry === null || geometry === undefined) return [];
  if (typeof geometry !== 'object' || !('type' in geometry)) return null;
  if (geometry.type === 'GeometryCollection') {
    const members = 'geometries' in geometry && Array.isArray(geometry.geometries) ? geometry.geometries : [];
    const shapes = members.map((member: unknown) => shapesOf(member));
    return shapes.every((one) => one !== null) ? shapes.flat() : null;
  }
  const given = 'coordinates' in geometry ? geometry.coordinates : null;
  if (!Array.isArray(given)) return null;
  const shapes = simpleShapes(String(geometry.type), given);
  const isSound = shapes.every(({ rings }) => rings.length > 0 && rings.every(isRing));
  return isSound ? shapes : null;
}

function simpleShapes(type: string, given: Nested): Shape[] {
  const shape = (kind: Shape['kind'], rings: unknown): Shape => ({ kind, rings: rings as Vertex[][] });
  if (type === 'Point') return given.length === 0 ? [] : [shape('Point', [[given]])];
  if (type === 'MultiPoint') return given.map((one) => shape('Point', [[one]]));
  if (type === 'LineString') return [shape('LineString', [given])];
  if (type === 'MultiLineString') return given.map((one) => shape('LineString', [one]));
  if (type === 'Polygon') return [shape('Polygon', given)];
  return type === 'MultiPolygon' ? given.map((one) => shape('Polygon', one)) : [shape('Point', [])];
}

function isRing(ring: unknown): boolean {
  return Array.isArray(ring) && ring.length > 0 && ring.every(isVertex);
}

function isVertex(vertex: unknown): boolean {
  return Array.isArray(vertex) && vertex.length >= 2 && vertex.every((part) => typeof part === 'number');
}
