export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Room one entity takes with its label, chart units. */
const CELL = { width: 156, height: 84 } as const;

/** Points by grid cell, so that only near ones are compared. */
class Places {
  readonly #cells = new Map<string, Point[]>();
  #key(column: number, row: number): string {
    return `${column}:${row}`;
  }
  add(point: Point): void {
    const key = this.#key(Math.floor(point.x / CELL.width), Math.floor(point.y / CELL.height));
    const cell = this.#cells.get(key);
    if (cell) cell.push(point);
    else this.#cells.set(key, [point]);
  }
  free(point: Point): boolean {
    const column = Math.floor(point.x / CELL.width);
    const row = Math.floor(point.y / CELL.height);
    for (let across = column - 1; across <= column + 1; across++) {
      for (let down = row - 1; down <= row + 1; down++) {
        const near = this.#cells.get(this.#key(across, down)) ?? [];
        if (near.some((other) => overlaps(point, other))) return false;
      }
    }
    return true;
  }
}

export function overlaps(one: Point, other: Point): boolean {
  return Math.abs(one.x - other.x) < CELL.width && Math.abs(one.y - other.y) < CELL.height;
}

/** Nearest free place, searched in widening rings around where the node wants to be. */
function freePlace(wanted: Point, places: Places): Point {
  if (places.free(wanted)) return wanted;
  for (let ring = 1; ; ring++) {
    const steps = ring * 8;
    for (let step = 0; step < steps; step++) {
      const angle = (step / steps) * 2 * Math.PI;
      const point = {
        x: wanted.x + Math.cos(angle) * ring * (CELL.width / 3),
        y: wanted.y + Math.sin(angle) * ring * (CELL.height / 3),
      };
      if (places.free(point)) return point;
    }
  }
}

/** Moves what may move to the nearest free place; the fixed ones stay even where they overlap each other. */
export function separate(points: ReadonlyMap<string, Point>, fixed: ReadonlySet<string>): Map<string, Point> {
  const places = new Places();
  const result = new Map<string, Point>();
  for (const [id, point] of points) {
    if (!fixed.has(id)) continue;
    places.add(point);
    result.set(id, point);
  }
  for (const [id, point] of points) {
    if (fixed.has(id)) continue;
    const place = freePlace(point, places);
    places.add(place);
    result.set(id, place);
  }
  return result;
}
