import { NO_EVENT, type ValueSource } from '../../../../contract/import.ts';
import type { EntityMapping } from '../../suggest-parts.ts';
import type { FixedPlan, SourceRow } from '../reader.ts';
import { centreOf, geometryText, isOnEarth, largest, type Shape, type Vertex } from './geometry.ts';

/** Places have their position in columns of their own: they are marked by somebody, nothing moved there. */
export const PLACE_COLUMNS = [
  'track',
  'time',
  'latitude',
  'longitude',
  'elevation',
  'pointName',
  'place',
  'placeKey',
  'placeLatitude',
  'placeLongitude',
  'geometry',
  'geometryVertices',
  'begin',
  'finish',
  'address',
  'description',
  'folder',
  'data',
] as const;
type PlaceColumn = (typeof PLACE_COLUMNS)[number];

/** What a file says of one thing on the map besides where it is. */
export interface Described {
  readonly line: number;
  readonly name: string;
  /** A moment, or where a span of time begins and ends. */
  readonly begin: string;
  readonly finish: string;
  readonly address: string;
  readonly description: string;
  readonly folder: string;
  readonly data: string;
  /** Cells of the columns that only this file has. */
  readonly extra: readonly string[];
}

type Cells = Partial<Record<PlaceColumn, string>>;

/** Names of places already given in this file: a second one of the same name elsewhere gets its position behind it. */
export class PlaceNames {
  readonly #positions = new Map<string, string>();

  unique(name: string, position: string): string {
    const known = this.#positions.get(name);
    if (known === undefined && this.#positions.size < 1_000_000) this.#positions.set(name, position);
    return known === undefined || known === position || position === '' ? name : `${name} (${position})`;
  }
}

function row({ line, extra }: Described, cells: Cells): SourceRow {
  return { line, cells: [...PLACE_COLUMNS.map((column) => cells[column] ?? ''), ...extra], problem: null };
}

function unreadable(line: number, raw: string, code = 'coordinate-unreadable'): SourceRow {
  return { line, cells: [], problem: { code, raw: raw.slice(0, 500) } };
}

/** One position of something that moved. */
export function positionRow(
  thing: Described,
  track: string,
  vertex: Vertex,
  time: string,
  line = thing.line,
): SourceRow {
  if (!isOnEarth(vertex)) return unreadable(line, vertex.join(', '));
  const [longitude, latitude, elevation] = vertex;
  return row(
    { ...thing, line },
    {
      track,
      time,
      latitude: String(latitude),
      longitude: String(longitude),
      elevation: elevation === undefined ? '' : String(elevation),
      pointName: thing.name === track ? '' : thing.name,
      finish: thing.finish,
      description: thing.description,
      folder: thing.folder,
      data: thing.data,
    },
  );
}

/** One place: a point, or a line or area with its centre and its outline as text. Nowhere, it still has its name. */
export function placeRow(thing: Described, shapes: readonly Shape[], names: PlaceNames): SourceRow {
  const { begin, finish, address, description, folder, data } = thing;
  const main = largest(shapes);
  const centre = main === undefined ? undefined : centreOf(main);
  const corners = shapes.flatMap(({ rings }) => rings.flat());
  if (corners.some((corner) => !isOnEarth(corner)) || (shapes.length > 0 && centre === undefined))
    return unreadable(thing.line, `${thing.name} ${JSON.stringify(corners.slice(0, 20))}`);
  const [longitude, latitude] = centre ?? [];
  const position = latitude === undefined ? '' : `${latitude.toFixed(5)}, ${longitude?.toFixed(5)}`;
  const label = thing.name || address || position;
  if (label === '')
    return unreadable(thing.line, `${description} ${data} ${thing.extra.join(' ')}`, 'nothing-found');
  const isPoint = shapes.length === 1 && main?.kind === 'Point';
  const { text, vertices } =
    isPoint || main === undefined ? { text: '', vertices: '' } : geometryText(shapes);
  return row(thing, {
    place: names.unique(label, position),
    placeKey: position,
    placeLatitude: latitude === undefined ? '' : String(latitude),
    placeLongitude: longitude === undefined ? '' : String(longitude),
    elevation: isPoint && centre?.[2] !== undefined ? String(centre[2]) : '',
    geometry: text,
    geometryVertices: vertices,
    begin,
    finish,
    address,
    description,
    folder,
    data,
  });
}

const column = (name: string): ValueSource => ({ columns: [name] });
const same = (...names: string[]): Record<string, ValueSource> =>
  Object.fromEntries(names.map((name) => [name, column(name)]));

/** Tracks are the way of a device; everything else is a place. `extra` columns stay under their own names. */
export function placePlan({ columns }: { readonly columns: readonly string[] }): FixedPlan {
  const extra = same(...columns.slice(PLACE_COLUMNS.length));
  const place: EntityMapping = {
    name: 'place',
    type: 'place',
    identifiers: [],
    label: column('place'),
    key: column('placeKey'),
    properties: {
      ...extra,
      ...same('elevation', 'geometry', 'geometryVertices', 'begin', 'finish', 'address', 'folder', 'data'),
      note: column('description'),
      latitude: column('placeLatitude'),
      longitude: column('placeLongitude'),
    },
    required: false,
  };
  const mover: EntityMapping = {
    name: 'mover',
    type: 'device',
    identifiers: [],
    label: column('track'),
    properties: {},
    required: false,
  };
  const event = {
    ...NO_EVENT,
    type: 'position' as const,
    from: 'mover',
    start: column('time'),
    end: column('finish'),
    latitude: column('latitude'),
    longitude: column('longitude'),
    properties: {
      ...extra,
      ...same('elevation', 'folder', 'data'),
      name: column('pointName'),
      note: column('description'),
    },
  };
  const fields = { time: 'start', finish: 'end', latitude: 'latitude', longitude: 'longitude' } as const;
  return { entities: [mover, place], links: [], events: [event], fields };
}
