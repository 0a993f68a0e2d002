/** A point as files of maps write it: longitude, latitude, sometimes the height. */
export type Vertex = readonly number[];

export interface Shape {
  readonly kind: 'Point' | 'LineString' | 'Polygon';
  /** Of a polygon its outer ring first, then its holes; of anything else one list. */
  readonly rings: readonly (readonly Vertex[])[];
}

/** A property of more corners would be longer than all else of the row; the file itself keeps them all. */
const MOST_VERTICES = 2000;
const SIX_DECIMALS = 1e6;

export function isOnEarth(vertex: Vertex | undefined): boolean {
  const [longitude = Number.NaN, latitude = Number.NaN] = vertex ?? [];
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

/** Where the sign of a shape stands: of a line its middle corner, of an area its centre of mass. */
export function centreOf({ kind, rings }: Shape): Vertex | undefined {
  const [outer = []] = rings;
  if (kind === 'Point') return outer[0];
  if (kind === 'LineString') return outer[Math.floor((outer.length - 1) / 2)];
  return centroid(outer);
}

/** The largest of several shapes stands for all: its centre lies inside one of them. */
export function largest(shapes: readonly Shape[]): Shape | undefined {
  const weight = ({ kind, rings }: Shape): number =>
    kind === 'Polygon' ? 1e9 + Math.abs(areaOf(rings[0] ?? [])) : (rings[0]?.length ?? 0);
  return [...shapes].sort((left, right) => weight(right) - weight(left))[0];
}

function crossOf(from: Vertex, to: Vertex): number {
  return (from[0] ?? 0) * (to[1] ?? 0) - (to[0] ?? 0) * (from[1] ?? 0);
}

function areaOf(ring: readonly Vertex[]): number {
  return ring.reduce((sum, from, at) => sum + crossOf(from, ring[(at + 1) % ring.length] ?? from), 0) / 2;
}

function centroid(ring: readonly Vertex[]): Vertex | undefined {
  const [origin] = ring;
  if (origin === undefined) return undefined;
  const shifted = ring.map(([x = 0, y = 0]): Vertex => [x - (origin[0] ?? 0), y - (origin[1] ?? 0)]);
  const area = areaOf(shifted);
  if (area === 0) return ring[Math.floor(ring.length / 2)];
  let [east, north] = [0, 0];
  shifted.forEach((from, at) => {
    const to = shifted[(at + 1) % shifted.length] ?? from;
    const cross = crossOf(from, to);
    east += ((from[0] ?? 0) + (to[0] ?? 0)) * cross;
    north += ((from[1] ?? 0) + (to[1] ?? 0)) * cross;
  });
  return [(origin[0] ?? 0) + east / (6 * area), (origin[1] ?? 0) + north / (6 * area)];
}

/** The shapes as GeoJSON text; of very long outlines evenly fewer corners, and how many there were. */
export function geometryText(shapes: readonly Shape[]): { text: string; vertices: string } {
  const total = shapes.reduce(
    (sum, { rings }) => sum + rings.reduce((size, ring) => size + ring.length, 0),
    0,
  );
  const step = Math.ceil(total / MOST_VERTICES);
  const geometries = shapes.map(({ kind, rings }) => {
    const thinned = rings.map((ring) => thin(ring, step));
    return { type: kind, coordinates: kind === 'Polygon' ? thinned : thinned[0] };
  });
  const [only] = geometries;
  const whole = geometries.length === 1 ? only : { type: 'GeometryCollection', geometries };
  return { text: JSON.stringify(whole), vertices: step > 1 ? String(total) : '' };
}

function thin(ring: readonly Vertex[], step: number): number[][] {
  return ring
    .filter((_, at) => at % step === 0 || at === ring.length - 1)
    .map(([x = 0, y = 0]) => [rounded(x), rounded(y)]);
}

function rounded(degrees: number): number {
  return Math.round(degrees * SIX_DECIMALS) / SIX_DECIMALS;
}
