import { blockingKeys } from '../../core/names/index.ts';
import { bareNumber, type Standing, standingOn, type WatchSide } from '../../core/watch/index.ts';
import type { ReadableDatabase } from '../vault/database.ts';

export interface CurrentVersion {
  readonly seq: number;
  readonly name: string;
  readonly threshold: number;
  readonly standing: Standing;
  readonly first: number;
  readonly last: number;
  readonly entries: number;
}

/** The newest version of every list, and how it stands today. */
export function currentVersions(database: ReadableDatabase, today: string): CurrentVersion[] {
  const rows = database.all<Omit<CurrentVersion, 'standing'> & { from: string | null; to: string | null }>(
    `SELECT v.seq, l.name, l.threshold, coalesce(v.first_entry, 0) AS first, coalesce(v.last_entry, -1) AS last, v.entries,
       v.valid_from AS "from", v.valid_to AS "to"
     FROM watch_list_version v JOIN watch_list l ON l.seq = v.list_seq WHERE v.is_current = 1 ORDER BY v.seq`,
  );
  return rows.map(({ from, to, ...row }) => ({ ...row, standing: standingOn(today, from, to) }));
}

export interface IndexedEntry {
  readonly seq: number;
  readonly version: CurrentVersion;
  readonly print: string;
  readonly side: WatchSide;
}

/** More entries than this under one key: only those are compared that share another key of the name too. */
const COMMON = 400;
const MOST_KEYS = 20_000;
const MOST_ENTRIES = 120_000;
const MOST_CANDIDATES = 3000;

/** Finds the entries of valid lists that may be an entity. Memory stays bounded: the database is asked, answers are remembered up to a limit. */
export class EntryIndex {
  readonly versions: readonly CurrentVersion[];
  /** The last entity asked for had more entries like it than are compared. */
  isCut = false;
  readonly #database: ReadableDatabase;
  readonly #ofKey = new Map<string, readonly number[]>();
  readonly #entries = new Map<number, IndexedEntry>();
  readonly #kinds: ReadonlySet<string>;

  constructor(database: ReadableDatabase, versions: readonly CurrentVersion[]) {
    this.#database = database;
    this.versions = versions;
    const kinds = database.all<{ kind: string }>('SELECT DISTINCT kind FROM watch_entry_number');
    this.#kinds = new Set(kinds.map(({ kind }) => kind));
  }

  candidates(side: WatchSide): Set<number> {
    this.isCut = false;
    const found = new Set<number>();
    for (const { kind, value } of side.numbers) {
      if (!this.#kinds.has(kind)) continue;
      const rows = this.#database.all<{ seq: number }>(
        'SELECT entry_seq AS seq FROM watch_entry_number WHERE kind = ? AND bare = ?',
        kind,
        bareNumber(kind, value),
      );
      for (const { seq } of rows) found.add(seq);
    }
    for (const name of side.names) for (const seq of this.#byName(name)) found.add(seq);
    return found;
  }

  /**
   * Entries under the rarest key of the name, mostly its surname, and under every key that is not common; under common
   * ones those that share two.
   */
  #byName(name: string): readonly number[] {
    const lists = blockingKeys(name)
      .map((key) => this.#under(key))
      .filter((list) => list.length > 0)
      .sort((a, b) => a.length - b.length);
    const found = new Set<number>();
    const add = (seq: number): void => {
      if (found.size < MOST_CANDIDATES) found.add(seq);
      else this.isCut = true;
    };
    for (const [at, list] of lists.entries()) {
      const isWhole = at === 0 || list.length <= COMMON;
      for (const seq of isWhole ? list : shared(list, lists.slice(at + 1))) add(seq);
    }
    return [...found];
  }

  #under(key: string): readonly number[] {
    const known = this.#ofKey.get(key);
    if (known !== undefined) return known;
    const rows = this.#database.all<{ seq: number }>(
      'SELECT entry_seq AS seq FROM watch_entry_key WHERE key = ? ORDER BY entry_seq',
      key,
    );
    const seqs = rows.map(({ seq }) => seq).filter((seq) => this.#versionOf(seq) !== undefined);
    if (this.#ofKey.size >= MOST_KEYS) this.#ofKey.clear();
    this.#ofKey.set(key, seqs);
    return seqs;
  }

  #versionOf(seq: number): CurrentVersion | undefined {
    return this.versions.find(({ first, last }) => seq >= first && seq <= last);
  }

  /** Undefined for an entry of a list that is not matched. */
  entry(seq: number): IndexedEntry | undefined {
    const known = this.#entries.get(seq);
    if (known !== undefined) return known;
    const version = this.#versionOf(seq);
    if (version === undefined) return undefined;
    const row = this.#database.one<{ print: string; matched: string }>(
      'SELECT print, matched FROM watch_entry WHERE seq = ?',
      seq,
    );
    if (row === undefined) return undefined;
    const entry = { seq, version, print: row.print, side: JSON.parse(row.matched) as WatchSide };
    if (this.#entries.size >= MOST_ENTRIES) this.#entries.clear();
    this.#entries.set(seq, entry);
    return entry;
  }
}

/** Members of a sorted list that stand in one of the others, longer ones, too. */
function* shared(list: readonly number[], others: readonly (readonly number[])[]): Generator<number> {
  for (const seq of list) if (others.some((other) => holds(other, seq))) yield seq;
}

function holds(sorted: readonly number[], wanted: number): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? 0;
    if (found === wanted) return true;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
