import { extname, parse } from 'node:path';
import { Failure } from '../../../../core/result.ts';
import { decodeSample, detectEncoding } from '../../encoding.ts';
import { gather } from '../gather.ts';
import type { Reader, SourceRow } from '../reader.ts';
import { Attributes, attributeNames, type Feature, featureRows } from './feature.ts';
import { inBatches, lookAtOpened, type Opened } from './opened.ts';
import { PLACE_COLUMNS, PlaceNames, placePlan } from './place-row.ts';
import { inDegrees, type Projection, projectionOf } from './projection.ts';

const MARKS =
  /"type"\s*:\s*"(FeatureCollection|Feature|(Multi)?(Point|LineString|Polygon)|GeometryCollection)"/;

/** Features without a collection around them; other lists hold shapes among much else. */
const LIST = /^\s*\[\s*\{\s*"type"\s*:\s*"Feature"/;

/** GeoJSON, also one feature a line: points, lines and areas with their properties. */
export const geojson: Reader = {
  format: 'geojson',
  extensions: ['.geojson', '.json', '.geojsonl'],
  mediaType: 'application/geo+json',
  plan: placePlan,
  sniff(sample, fileName) {
    const text = decodeSample(sample.subarray(0, 65_536), detectEncoding(sample).encoding);
    const hasPlaces = /"(coordinates|features|geometries|geometry)"\s*:/.test(text);
    const isOne = /^[\s\p{Cc}]*\{/u.test(text) && MARKS.test(text);
    if ((isOne || LIST.test(text)) && hasPlaces) return { confidence: 1, why: 'content' };
    return { confidence: extname(fileName).toLowerCase() === '.geojson' ? 0.2 : 0, why: 'name' };
  },
  look: (source, reading) => lookAtOpened('geojson', source, reading, open),
  read: (chunks, _specification, fileName) => open(chunks, fileName),
};

async function open(chunks: AsyncIterable<Uint8Array>, fileName: string): Promise<Opened> {
  const bytes = await gather(chunks, fileName);
  const { features, projection } = readDocument(bytes, fileName);
  const attributes = new Attributes(attributeNames(features));
  return {
    columns: [...PLACE_COLUMNS, ...attributes.columns],
    batches: inBatches(rowsOf(features, attributes, projection, parse(fileName).name)),
  };
}

function* rowsOf(
  features: readonly Feature[],
  attributes: Attributes,
  projection: Projection | null,
  title: string,
): Generator<SourceRow> {
  const names = new PlaceNames();
  for (const [at, feature] of features.entries()) {
    const placed =
      projection === null ? feature : { ...feature, geometry: inDegrees(feature.geometry, projection) };
    yield* featureRows(placed, at + 1, attributes, title, names);
  }
}

/** Stands before each feature where they come one after the other. */
const RECORD_MARK = String.fromCharCode(0x1e);

interface Document {
  readonly features: readonly Feature[];
  readonly projection: Projection | null;
}

function readDocument(bytes: Uint8Array, file: string): Document {
  const text = decodeSample(bytes, detectEncoding(bytes.subarray(0, 65_536)).encoding);
  const whole = parsed(text);
  if (whole !== undefined) {
    const features = featuresOf(whole);
    const projection = namedProjection(whole, file);
    if (projection === null) refuseMetres(features, file);
    return { features, projection };
  }
  const lines = text
    .replaceAll(RECORD_MARK, '\n')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '');
  const items = lines.map(parsed);
  if (items.length < 2 || items.some((item) => item === undefined))
    throw new Failure('import.json-cut', { file });
  const features = items.flatMap(featuresOf);
  refuseMetres(features, file);
  return { features, projection: null };
}

/** Metres of a map grid that the file does not name: a person must say which. Failure import.projection-unknown. */
function refuseMetres(features: readonly Feature[], file: string): void {
  const first = features.map(({ geometry }) => firstCorner(geometry)).find((corner) => corner !== null);
  if (first === undefined || first.some((part) => Math.abs(part) < LEAST_METRES)) return;
  throw new Failure('import.projection-unknown', { file, projection: first.join(', ') });
}

/** Degrees have three digits at most; a mistake of a digit is that feature's own. */
const LEAST_METRES = 10_000;

function firstCorner(geometry: unknown): readonly [number, number] | null {
  if (!isRecord(geometry)) return null;
  let inner: unknown = geometry.coordinates;
  if (Array.isArray(geometry.geometries)) return firstCorner(geometry.geometries[0]);
  while (Array.isArray(inner) && Array.isArray(inner[0])) inner = inner[0];
  if (!Array.isArray(inner)) return null;
  const [east, north] = inner as unknown[];
  return typeof east === 'number' && typeof north === 'number' ? [east, north] : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function featuresOf(value: unknown): Feature[] {
  if (Array.isArray(value)) return value.flatMap(featuresOf);
  if (value === null || typeof value !== 'object' || !('type' in value))
    return [{ geometry: value, attributes: {} }];
  if (value.type === 'FeatureCollection') {
    const members = 'features' in value && Array.isArray(value.features) ? value.features : [];
    return members.flatMap(featuresOf);
  }
  if (value.type !== 'Feature') return [{ geometry: value, attributes: {} }];
  const properties = 'properties' in value && isRecord(value.properties) ? value.properties : {};
  const id = 'id' in value && !('id' in properties) ? { id: value.id } : {};
  return [{ geometry: 'geometry' in value ? value.geometry : null, attributes: { ...id, ...properties } }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The standard knows degrees only; older files name another reference system. */
function namedProjection(value: unknown, file: string): Projection | null {
  if (!isRecord(value) || !isRecord(value.crs) || !isRecord(value.crs.properties)) return null;
  const { name } = value.crs.properties;
  return typeof name === 'string' && !/CRS:?84$|EPSG\D*:?4326$/i.test(name) ? projectionOf(name, file) : null;
}
