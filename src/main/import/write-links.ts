import type { BatchContext } from './batch-context.ts';
import { idIn } from './batch-ids.ts';
import type { LinkDetails, LinkDraft } from './drafts.ts';
import { meantLinkKey, ownLinkKey } from './edited.ts';
import { LinkFinder } from './link-finder.ts';
import { pairKey } from './pair-key.ts';
import type { LinkTotals } from './totals.ts';
import type { AssertionWriter } from './write-assertions.ts';

const CACHE_LIMIT = 300_000;

/** Links between entities of a row: one per pair and type; a second source of the same link is a second assertion. */
export class LinkWriter {
  created = 0;
  /** Links whose two ends are one thing of the case; they are told, not drawn. */
  toItself = 0;
  readonly #batch: BatchContext;
  readonly #totals: LinkTotals;
  readonly #assertions: AssertionWriter;
  readonly #idOf: (entitySeq: number) => string;
  readonly #seen = new Map<string, Set<number>>();
  readonly #find;
  readonly #byId;
  readonly #asserted;
  readonly #insert;
  readonly #complete;

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
      `INSERT INTO link (id, file_seq, type, from_seq, to_seq, strength, batch_seq, created_at, start_at, end_at, properties)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#complete = database.prepare(
      `UPDATE link SET properties = json_patch(?, properties), start_at = coalesce(start_at, ?), end_at = coalesce(end_at, ?)
       WHERE seq = ? AND batch_seq = ?`,
    );
  }

  /** Both ends are resolved already. */
  write({ type, strength, from, to, details }: LinkDraft, line: number): void {
    if (from.seq === to.seq) {
      this.toItself += 1;
      return;
    }
    if (this.#isSeen(from.seq, to.seq, `${type}|${strength}`) && details === null) return;
    const [fromId, toId] = [this.#idOf(from.seq), this.#idOf(to.seq)];
    const own = idIn(this.#batch, `link|${fromId}|${toId}|${type}|${strength}`);
    const fixed = this.#fixed(own, meantLinkKey(line, type, fromId, toId));
    const known = (
      fixed === undefined ? this.#find.get(from.seq, type, to.seq, strength) : this.#byId.get(fixed)
    ) as { seq: number; id: string } | undefined;
    if (known !== undefined) {
      const isSaid = this.#asserted.get(known.seq, this.#batch.batchSeq) !== undefined;
      if (!isSaid) this.#assertions.link(known.seq, known.id, line);
      if (details !== null) this.#addDetails(known, details, line);
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
      details?.start ?? null,
      details?.end ?? null,
      JSON.stringify(details?.properties ?? {}),
    );
    this.created += 1;
    this.#assertions.link(Number(lastInsertRowid), id, line);
    if (details !== null) this.#say(Number(lastInsertRowid), id, details, line);
    this.#totals.add(from.seq, to.seq, type, strength, null, null);
  }

  /** A link of this batch takes what it has no value for yet; of any other the source only says it. */
  #addDetails({ seq, id }: { seq: number; id: string }, details: LinkDetails, line: number): void {
    const { start, end, properties } = details;
    this.#complete.run(JSON.stringify(properties), start, end, seq, this.#batch.batchSeq);
    this.#say(seq, id, details, line);
  }

  #say(seq: number, id: string, { properties }: LinkDetails, line: number): void {
    for (const [name, value] of Object.entries(properties)) {
      this.#assertions.linkProperty(seq, id, line, name, value);
    }
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
