import type { LinkType, Strength } from '../../core/model/link-types.ts';
import { addSummary } from '../store/summaries.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { pairKey } from './pair-key.ts';

const MOST_PAIRS = 150_000;

interface Total {
  readonly from: number;
  readonly to: number;
  count: number;
  sum: number;
  first: number | null;
  last: number | null;
}

/** All pairs of one kind of line: type, strength and currency are the same. */
interface Kind {
  readonly type: LinkType;
  readonly strength: Strength;
  readonly currency: string;
  readonly totals: Map<number, Total>;
}

/**
 * The lines of the chart that a batch brings, counted in memory and written when there are many or at the end, so
 * that a million calls between the same phones are few writes and the memory stays small.
 */
export class LinkTotals {
  readonly #kinds: Kind[] = [];
  readonly #database: WritableDatabase;
  readonly #fileSeq: number;
  readonly #batchSeq: number;
  #size = 0;

  constructor(database: WritableDatabase, fileSeq: number, batchSeq: number) {
    this.#fileSeq = fileSeq;
    this.#batchSeq = batchSeq;
    this.#database = database;
  }

  add(
    from: number,
    to: number,
    type: LinkType,
    strength: Strength,
    at: number | null,
    money: { currency: string; minor: number } | null,
  ): void {
    const { totals } = this.#kind(type, strength, money?.currency ?? '');
    const key = pairKey(from, to);
    let total = totals.get(key);
    if (total === undefined) {
      if (this.#size >= MOST_PAIRS) this.flush();
      total = { from, to, count: 0, sum: 0, first: null, last: null };
      totals.set(key, total);
      this.#size += 1;
    }
    total.count += 1;
    total.sum += money?.minor ?? 0;
    if (at === null) return;
    if (total.first === null || at < total.first) total.first = at;
    if (total.last === null || at > total.last) total.last = at;
  }

  #kind(type: LinkType, strength: Strength, currency: string): Kind {
    for (const kind of this.#kinds) {
      if (kind.type === type && kind.strength === strength && kind.currency === currency) return kind;
    }
    const kind = { type, strength, currency, totals: new Map<number, Total>() };
    this.#kinds.push(kind);
    return kind;
  }

  /** Writes in the order of the table's key: neighbours go to the same page. */
  flush(): void {
    for (const { type, strength, currency, totals } of this.#kinds) {
      const sorted = [...totals.values()].sort((a, b) => a.from - b.from || a.to - b.to);
      for (const { from, to, count, sum, first, last } of sorted) {
        addSummary(this.#database, {
          fileSeq: this.#fileSeq,
          batch: this.#batchSeq,
          from,
          to,
          type,
          strength,
          currency,
          count,
          sumMinor: sum,
          first,
          last,
        });
      }
      totals.clear();
    }
    this.#size = 0;
  }
}
