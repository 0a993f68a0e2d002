import type { SourceRow } from '../reader.ts';
import type { Shape, Vertex } from './geometry.ts';
import { type Described, type PlaceNames, placeRow, positionRow } from './place-row.ts';

/** A Placemark while its elements pass. */
export class Placemark {
  name = '';
  begin = '';
  finish = '';
  address = '';
  description = '';
  readonly data: string[] = [];
  readonly shapes: Shape[] = [];
  readonly broken: SourceRow[] = [];
  readonly tracks: { whens: string[]; fixes: { line: number; text: string }[] }[] = [];
  readonly line: number;

  constructor(line: number) {
    this.line = line;
  }

  /** A list of corners; what cannot be read of it is a row that was not taken. */
  addShape(kind: Shape['kind'], text: string, line: number): void {
    const corners = cornersOf(text);
    if (corners === null || corners.length === 0) {
      this.broken.push(badPosition(line, `${this.name} ${text}`));
    } else this.shapes.push({ kind, rings: [corners] });
  }

  /** A hole belongs to the polygon before it. */
  addHole(text: string, line: number): void {
    const polygon = this.shapes.pop();
    const corners = cornersOf(text);
    if (polygon !== undefined) {
      const rings = corners === null ? polygon.rings : [...polygon.rings, corners];
      this.shapes.push({ ...polygon, rings });
    }
    if (corners === null) this.broken.push(badPosition(line, `${this.name} ${text}`));
  }

  rows(folder: string, fileTitle: string, names: PlaceNames): SourceRow[] {
    const thing: Described = { ...this, folder, data: this.data.join('\n'), extra: [] };
    const track = this.name || folder || fileTitle;
    const moved = this.tracks.flatMap((one) => trackRows(thing, track, one));
    const isEmpty = this.shapes.length === 0 && this.tracks.length === 0 && this.broken.length === 0;
    const still = this.shapes.length > 0 || isEmpty ? this.#still(thing, folder || fileTitle, names) : [];
    return [...this.broken, ...moved, ...still];
  }

  /** A point with a moment was a position then; a line with times a way; all else a place. */
  #still(thing: Described, group: string, names: PlaceNames): SourceRow[] {
    const [first] = this.shapes;
    const corners = first?.rings[0] ?? [];
    if (this.begin !== '' && this.shapes.length === 1) {
      if (first?.kind === 'Point') return [positionRow(thing, group, corners[0] ?? [], this.begin)];
      if (first?.kind === 'LineString')
        return corners.map((corner, at) =>
          positionRow({ ...thing, finish: '' }, this.name || group, corner, this.#timeOf(at, corners.length)),
        );
    }
    const points = this.shapes.filter(({ kind }) => kind === 'Point');
    const others = this.shapes.filter(({ kind }) => kind !== 'Point');
    const groups = [
      ...points.map((one) => [one]),
      ...(others.length > 0 || points.length === 0 ? [others] : []),
    ];
    return groups.map((shapes) => placeRow(thing, shapes, names));
  }

  #timeOf(at: number, count: number): string {
    if (at === 0) return this.begin;
    return at === count - 1 ? this.finish : '';
  }
}

function trackRows(
  thing: Described,
  track: string,
  {
    whens,
    fixes,
  }: { readonly whens: readonly string[]; readonly fixes: readonly { line: number; text: string }[] },
): SourceRow[] {
  const rows = fixes.map(({ line, text }, at) => {
    const vertex = text.split(/\s+/).map(Number);
    return text === ''
      ? badPosition(line, whens[at] ?? '')
      : positionRow(thing, track, vertex, whens[at] ?? '', line);
  });
  return [...rows, ...whens.slice(fixes.length).map((when) => badPosition(thing.line, when))];
}

function badPosition(line: number, raw: string): SourceRow {
  return { line, cells: [], problem: { code: 'coordinate-unreadable', raw: raw.trim().slice(0, 500) } };
}

/** Null where one of the corners is no pair of numbers. */
function cornersOf(text: string): Vertex[] | null {
  const corners: Vertex[] = [];
  for (const tuple of text.replace(/\s*,\s*/g, ',').split(/\s+/)) {
    if (tuple === '') continue;
    const corner = tuple
      .split(',')
      .filter((part) => part !== '')
      .map(Number);
    if (corner.length < 2 || corner.some((part) => !Number.isFinite(part))) return null;
    corners.push(corner);
  }
  return corners;
}
