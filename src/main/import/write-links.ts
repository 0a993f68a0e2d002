import type { BatchContext } from './batch-context.ts';
import { idIn } from './batch-ids.ts';
import type { LinkDraft } from './drafts.ts';
import { meantLinkKey, ownLinkKey } from './edited.ts';
import { LinkFinder } from './link-finder.ts';
import { pairKey } from './pair-key.ts';
import type { LinkTotals } from './totals.ts';
import type { AssertionWriter } from './write-assertions.ts';

const CACHE_LIMIT = 300_000;

/** Links between entities of a row: one per pair and type; a second source of the same link is a second assertion. */
export class LinkWriter {
  created = 0;
  readonly #batch: BatchContext;
  readonly #totals: LinkTotals;
  readonly #assertions: AssertionWriter;
  readonly #idOf: (entitySeq: number) => string;
  readonly #seen = new Map<string, Set<number>>();
  readonly #find;
  readonly #byId;
  readonly #asserted;
  readonly #insert;

  constructor(
    batch: BatchContext,
    totals: LinkTotals,
    assertions: AssertionWriter,
    idOf: (entitySeq: number) => string,
  ) {
    this.#batch = batch;
    this.#idOf = idOf;
    this.#totals = totals;
    this.#assertions = assertions;
    const { database } = batch;
    this.#find = new LinkFinder(database);
    this.#byId = database.prepare('SELECT seq, id FROM link WHERE id = ?');
    // The plus keeps the search to the few facts of the link: those of the batch are as many as its rows.
    this.#asserted = database.prepare('SELECT 1 FROM assertion WHERE link_seq = ? AND +batch_seq = ?');
    this.#insert = database.prepare(
      'INSERT INTO link (id, file_seq, type, from_seq, to_seq, strength, batch_seq, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    );
  }

  /** Both ends are resolved already. */
  write({ type, strength, from, to }: LinkDraft, line: number): void {
    if (from.seq === to.seq) return;
    if (this.#isSeen(from.seq, to.seq, `${type}|${strength}`)) return;
    const [fromId, toId] = [this.#idOf(from.seq), this.#idOf(to.seq)];
    const own = idIn(this.#batch, `link|${fromId}|${toId}|${type}|${strength}`);
    const fixed = this.#fixed(own, meantLinkKey(line, type, fromId, toId));
    const known = (
      fixed === undefined ? this.#find.get(from.seq, type, to.seq, strength) : this.#byId.get(fixed)
    ) as { seq: number; id: string } | undefined;
    if (known !== undefined) {
      const isSaid = this.#asserted.get(known.seq, this.#batch.batchSeq) !== undefined;
      if (!isSaid) this.#assertions.link(known.seq, known.id, line);
      return;
    }
    const { fileSeq, batchSeq, createdAt } = this.#batch;
    const id = fixed ?? own;
    const { lastInsertRowid } = this.#insert.run(
      id,
      fileSeq,
      type,
      from.seq,
      to.seq,
      strength,
      batchSeq,
      createdAt,
    );
    this.created += 1;
    this.#assertions.link(Number(lastInsertRowid), id, line);
    this.#totals.add(from.seq, to.seq, type, strength, null, null);
  }

  /** Of an import that is read again: which link this row meant the first time, where people changed links since. */
  #fixed(own: string, meant: string): string | undefined {
    const { ids } = this.#batch;
    if (ids.size === 0) return undefined;
    return ids.get(ownLinkKey(own)) ?? ids.get(meant);
  }

  #isSeen(from: number, to: number, kind: string): boolean {
    const pairs = this.#seen.get(kind) ?? new Set();
    this.#seen.set(kind, pairs);
    const key = pairKey(from, to);
    if (pairs.has(key)) return true;
    if (pairs.size >= CACHE_LIMIT) pairs.clear();
    pairs.add(key);
    return false;
  }
}
