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
const COMMON = 120;
const MOST_CACHED = 30_000;
const MOST_CANDIDATES = 2000;

/** Finds the entries of valid lists that may be an entity. Memory stays bounded: the database is asked, answers are remembered up to a limit. */
export class EntryIndex {
  readonly versions: readonly CurrentVersion[];
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

  /** Entries under a rare key of the name; where all its keys are common, those that share two of them. */
  #byName(name: string): readonly number[] {
    const lists = blockingKeys(name)
      .map((key) => this.#under(key))
      .sort((a, b) => a.length - b.length);
    const rare = lists.filter((list) => list.length <= COMMON).flat();
    const common = lists.filter((list) => list.length > COMMON);
    if (common.length === 1 && rare.length === 0) return (common[0] ?? []).slice(0, MOST_CANDIDATES);
    const times = new Map<number, number>();
    for (const seq of common.flat()) times.set(seq, (times.get(seq) ?? 0) + 1);
    const shared = [...times].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1]);
    return [...rare, ...shared.slice(0, MOST_CANDIDATES).map(([seq]) => seq)];
  }

  #under(key: string): readonly number[] {
    const known = this.#ofKey.get(key);
    if (known !== undefined) return known;
    const rows = this.#database.all<{ seq: number }>(
      'SELECT entry_seq AS seq FROM watch_entry_key WHERE key = ?',
      key,
    );
    const seqs = rows.map(({ seq }) => seq).filter((seq) => this.#versionOf(seq) !== undefined);
    if (this.#ofKey.size >= MOST_CACHED) this.#ofKey.clear();
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
    if (this.#entries.size >= MOST_CACHED) this.#entries.clear();
    this.#entries.set(seq, entry);
    return entry;
  }
}
