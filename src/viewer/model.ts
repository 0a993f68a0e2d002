import type { PackageManifest } from '../contract/exchange.ts';
import type {
  CaseCheck,
  CaseData,
  CaseEntity,
  CaseEvent,
  CaseFact,
  CaseSource,
} from '../core/evidence/case-data.ts';
import { type CaseLine, chartLines } from '../core/evidence/chart-lines.ts';

const HOLDING: readonly string[] = ['uses', 'owns', 'drives', 'holds_document'];

export type Cover = Omit<PackageManifest, 'files'>;

/** The package's data, indexed once, and what the person has selected in any view. */
export class Model {
  readonly cover: Cover;
  readonly data: CaseData;
  readonly lines: readonly CaseLine[];
  readonly entities: ReadonlyMap<string, CaseEntity>;
  readonly sources: ReadonlyMap<string, CaseSource>;
  /** In time order, undated ones last. */
  readonly events: readonly CaseEvent[];
  readonly factsOf: ReadonlyMap<string, readonly CaseFact[]>;
  readonly linesOf: ReadonlyMap<string, readonly CaseLine[]>;
  readonly checks: readonly CaseCheck[];
  readonly checksOf: ReadonlyMap<string, readonly CaseCheck[]>;
  readonly eventsOf: ReadonlyMap<string, readonly CaseEvent[]>;
  selected: ReadonlySet<string> = new Set();
  /** The selected and what they use, own or drive: a person's calls are those of their phones. */
  reach: ReadonlySet<string> = new Set();
  period: readonly [number, number] | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(cover: Cover, data: CaseData) {
    this.cover = cover;
    this.data = data;
    this.lines = chartLines(data);
    this.entities = new Map(data.entities.map((one) => [one.id, one]));
    this.sources = new Map(data.sources.map((one) => [one.id, one]));
    this.events = [...data.events].sort(
      (left, right) => (left.start ?? Infinity) - (right.start ?? Infinity),
    );
    this.factsOf = grouped(data.facts, (fact) => [fact.aboutId]);
    this.linesOf = grouped(this.lines, (line) => [line.from, line.to]);
    this.eventsOf = grouped(this.events, partiesOf);
    this.checks = data.checks ?? [];
    this.checksOf = grouped(this.checks, (check) => [check.entityId]);
  }

  select(ids: Iterable<string>): void {
    this.selected = new Set(ids);
    this.reach = this.#reachOf(this.selected);
    this.#changed();
  }

  toggle(id: string): void {
    const next = new Set(this.selected);
    if (!next.delete(id)) next.add(id);
    this.select(next);
  }

  setPeriod(period: readonly [number, number] | null): void {
    this.period = period;
    this.#changed();
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  forgetListeners(): void {
    this.#listeners.clear();
  }

  inPeriod(at: number | null): boolean {
    return this.period === null || (at !== null && at >= this.period[0] && at <= this.period[1]);
  }

  /** Whether the line has anything in the chosen period. */
  lineInPeriod(line: CaseLine): boolean {
    if (this.period === null || line.first === null || line.last === null) return true;
    return line.first <= this.period[1] && line.last >= this.period[0];
  }

  /** True when nothing is selected or the event names somebody selected. */
  concerns(event: CaseEvent): boolean {
    return this.selected.size === 0 || partiesOf(event).some((id) => this.reach.has(id));
  }

  #reachOf(selected: ReadonlySet<string>): ReadonlySet<string> {
    const reach = new Set(selected);
    for (const id of selected)
      for (const line of this.linesOf.get(id) ?? [])
        if (line.from === id && HOLDING.includes(line.type)) reach.add(line.to);
    return reach;
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

function partiesOf(event: CaseEvent): string[] {
  const all = [event.from, event.to, ...event.participants.map((one) => one.entityId)];
  return [...new Set(all.filter((id) => id !== null))];
}

function grouped<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items)
    for (const key of keys(item)) {
      const list = groups.get(key);
      if (list === undefined) groups.set(key, [item]);
      else list.push(item);
    }
  return groups;
}
