import type { LinkType, Strength } from '../../core/model/link-types.ts';
import { addSummary } from '../store/summaries.ts';
import type { WritableDatabase } from '../vault/database.ts';

const MOST_PAIRS = 200_000;

interface Total {
  readonly from: number;
  readonly to: number;
  readonly type: LinkType;
  readonly strength: Strength;
  readonly currency: string;
  count: number;
  sum: number;
  first: number | null;
  last: number | null;
}

/**
 * The lines of the chart that a batch brings, counted in memory and written when there are many or at the end, so
 * that a million calls between the same phones are few writes and the memory stays small.
 */
export class LinkTotals {
  readonly #totals = new Map<string, Total>();
  readonly #database: WritableDatabase;
  readonly #fileSeq: number;
  readonly #batchSeq: number;
  #lastPair = '';
  #last: Total | null = null;

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
    const currency = money?.currency ?? '';
    const pair = `${from}|${to}|${type}|${strength}|${currency}`;
    const total =
      pair === this.#lastPair && this.#last !== null
        ? this.#last
        : this.#find(pair, from, to, type, strength, currency);
    total.count += 1;
    total.sum += money?.minor ?? 0;
    if (at === null) return;
    if (total.first === null || at < total.first) total.first = at;
    if (total.last === null || at > total.last) total.last = at;
  }

  #find(pair: string, from: number, to: number, type: LinkType, strength: Strength, currency: string): Total {
    let total = this.#totals.get(pair);
    if (total === undefined) {
      if (this.#totals.size >= MOST_PAIRS) this.flush();
      total = { from, to, type, strength, currency, count: 0, sum: 0, first: null, last: null };
      this.#totals.set(pair, total);
    }
    this.#lastPair = pair;
    this.#last = total;
    return total;
  }

  flush(): void {
    for (const one of this.#totals.values()) {
      addSummary(this.#database, {
        fileSeq: this.#fileSeq,
        batch: this.#batchSeq,
        from: one.from,
        to: one.to,
        type: one.type,
        strength: one.strength,
        currency: one.currency,
        count: one.count,
        sumMinor: one.sum,
        first: one.first,
        last: one.last,
      });
    }
    this.#totals.clear();
    this.#last = null;
    this.#lastPair = '';
  }
}
