import proj4 from 'proj4';
import { Failure } from '../../../../core/result.ts';
import type { Vertex } from './geometry.ts';

export interface Projection {
  /** Degrees on WGS 84 of what the file holds. */
  toDegrees(vertex: Vertex): Vertex;
  /** The file names a national datum and not how far it lies from WGS 84: some hundred metres at most. */
  readonly isShiftUnknown: boolean;
}

const AS_IT_IS: Projection = { toDegrees: (vertex) => vertex, isShiftUnknown: false };
/** A tenth of a millimetre: the arithmetic behind it is noise. */
const rounded = (degrees: number): number => Number(degrees.toFixed(9));
const WORLD_DATUM = /WGS.?(19)?84|ETRS|NAD.?(19)?83|ITRF|GRS.?(19)?80|CGCS|TOWGS84/i;

/**
 * The projection that a definition names: well-known text of a .prj or an EPSG name. Metres of a grid that nobody knows
 * are refused, never put on a map. Failure import.projection-unknown.
 */
export function projectionOf(definition: string, file: string): Projection {
  const text = knownName(definition.trim());
  try {
    const { datum } = proj4.Proj(text);
    const converter = proj4(text, 'WGS84');
    converter.forward([0, 0]);
    const isNational = datum !== undefined && !WORLD_DATUM.test(text) && !text.startsWith('EPSG:');
    return {
      toDegrees: ([x = Number.NaN, y = Number.NaN, ...rest]) => {
        if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
        const [longitude = Number.NaN, latitude = Number.NaN] = converter.forward([x, y]);
        return [rounded(longitude), rounded(latitude), ...rest];
      },
      isShiftUnknown: isNational && !text.startsWith('+proj'),
    };
  } catch {
    throw new Failure('import.projection-unknown', { file, projection: definition.trim().slice(0, 80) });
  }
}

/** Without a definition only numbers that can be degrees are taken for degrees. */
export function projectionOfBox(box: readonly number[], file: string): Projection {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = box;
  const areDegrees =
    [west, east].every((x) => Math.abs(x) <= 180) && [south, north].every((y) => Math.abs(y) <= 90);
  if (!areDegrees) throw new Failure('import.projection-unknown', { file, projection: '—' });
  return AS_IT_IS;
}

const STEREO_70 =
  '+proj=sterea +lat_0=46 +lon_0=25 +k=0.99975 +x_0=500000 +y_0=500000 +ellps=krass +towgs84=2.329,-147.042,-92.08,0.309,-0.325,-0.497,5.69 +units=m +no_defs';
/** The national grids of Romania and Moldova, whose files name them by number. */
const NATIONAL: Readonly<Record<string, string>> = {
  3844: STEREO_70,
  31700: STEREO_70,
  4026: '+proj=tmerc +lat_0=0 +lon_0=28.4 +k=0.99994 +x_0=200000 +y_0=-5000000 +ellps=GRS80 +units=m +no_defs',
};

/** EPSG and OGC names in their many writings; the zones of UTM by their number. */
function knownName(text: string): string {
  if (/CRS:?84$/i.test(text)) return 'WGS84';
  const code = /EPSG[^\d]*(?:[\d.]*:)?:?(\d{4,5})$/i.exec(text)?.[1];
  if (code === undefined) return text;
  const national = NATIONAL[code];
  if (national !== undefined) return national;
  const zone = /^32([67])(\d\d)$/.exec(code);
  if (zone === null) return `EPSG:${code}`;
  return `+proj=utm +zone=${Number(zone[2])}${zone[1] === '7' ? ' +south' : ''} +datum=WGS84 +units=m +no_defs`;
}

/** Every corner of a geometry in degrees. */
export function inDegrees(geometry: unknown, projection: Projection): unknown {
  if (Array.isArray(geometry)) {
    return typeof geometry[0] === 'number'
      ? projection.toDegrees(geometry)
      : geometry.map((one) => inDegrees(one, projection));
  }
  if (geometry === null || typeof geometry !== 'object') return geometry;
  const turned = Object.entries(geometry).map(([key, value]) => [
    key,
    key === 'coordinates' || key === 'geometries' ? inDegrees(value, projection) : value,
  ]);
  return Object.fromEntries(turned);
}
