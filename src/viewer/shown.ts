import type { CaseEntity } from '../core/evidence/case-data.ts';
import type { CaseLine } from '../core/evidence/chart-lines.ts';
import { layout, type Point } from './layout.ts';
import type { Model } from './model.ts';

/** So many can be read at once without choosing. */
const READABLE = 80;
const STRONGEST = 50;

/**
 * What of the package the chart draws: what the sender placed, or the most connected, and always the selected with
 * their contacts. All of it on request. What stands keeps its place when more comes.
 */
export class Shown {
  readonly #model: Model;
  readonly #first: ReadonlySet<string>;
  #places = new Map<string, Point>();
  isAll: boolean;

  constructor(model: Model) {
    this.#model = model;
    const { entities } = model.data;
    const placed = entities.filter((entity) => entity.position !== null);
    const first = placed.length > 0 ? placed : strongest(model);
    this.#first = new Set(first.map((entity) => entity.id));
    this.isAll = entities.length <= READABLE;
  }

  /** False where everything is readable anyway. */
  get isChoice(): boolean {
    return this.#model.data.entities.length > READABLE;
  }

  /** All, or the strongest again; places are found anew, because the few would stand in the middle of the crowd. */
  toggle(): void {
    this.isAll = !this.isAll;
    this.#places = new Map();
  }

  entities(): CaseEntity[] {
    const { entities } = this.#model.data;
    if (this.isAll) return [...entities];
    const wanted = new Set(this.#first);
    for (const id of this.#model.selected) {
      wanted.add(id);
      for (const line of this.#model.linesOf.get(id) ?? []) wanted.add(line.from).add(line.to);
    }
    return entities.filter((entity) => wanted.has(entity.id));
  }

  lines(entities: readonly CaseEntity[]): CaseLine[] {
    const there = new Set(entities.map((entity) => entity.id));
    return this.#model.lines.filter((line) => there.has(line.from) && there.has(line.to));
  }

  places(entities: readonly CaseEntity[]): ReadonlyMap<string, Point> {
    if (entities.every((entity) => this.#places.has(entity.id))) return this.#places;
    const standing = entities.map((entity) => {
      const at = this.#places.get(entity.id);
      return at === undefined ? entity : { ...entity, position: [at.x, at.y] as [number, number] };
    });
    for (const [id, point] of layout(standing, this.lines(entities))) this.#places.set(id, point);
    return this.#places;
  }
}

function strongest({ data, linesOf }: Model): CaseEntity[] {
  const degree = (entity: CaseEntity): number => linesOf.get(entity.id)?.length ?? 0;
  return [...data.entities].sort((left, right) => degree(right) - degree(left)).slice(0, STRONGEST);
}
