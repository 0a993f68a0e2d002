import { compareBirths, readBirth, sameName } from '../../core/matching/index.ts';
import type { EntityType } from '../../core/model/entity-types.ts';
import type { ReadableDatabase } from '../vault/database.ts';

/**
 * A key more records have than this is too common to find by: records found by a rarer key are still checked for it,
 * but nobody is looked up under it.
 */
const COMMON = 4000;
/** A name of one key, and a number, find only where so few have them. */
const FEW = 50;
/** Of one record so many are compared, those with the most keys in common first. */
const MOST_COMPARED = 200;
/** So much of the names must agree before anything else is read of a pair that shares names only. */
const NAMES_AGREE = 0.55;

interface Named {
  readonly seq: number;
  readonly label: string;
  readonly type: EntityType;
  readonly born: string | null;
}

const NAMED = "SELECT seq, label, type, json_extract(properties, '$.birthDate') AS born FROM entity";

/** Who could be the same as a record: by two keys of names and birth date, or by a number that both have. */
export class Candidates {
  readonly #database: ReadableDatabase;
  readonly #fileSeq: number;
  readonly #holders = new Map<string, Int32Array>();

  constructor(database: ReadableDatabase, fileSeq: number) {
    this.#database = database;
    this.#fileSeq = fileSeq;
  }

  /** Keys of records, members as well as leads. */
  of(seq: number): number[] {
    const own = this.#database.one<Named>(`${NAMED} WHERE seq = ?`, seq);
    if (own === undefined) return [];
    const byNumber = this.#byNumber(own);
    const byName = this.#byName(own).filter((one) => !byNumber.includes(one));
    return [...byNumber, ...byName];
  }

  #byNumber({ seq, type }: Named): number[] {
    const rows = this.#database.all<{ seq: number; n: number }>(
      `SELECT other.entity_seq AS seq, count(*) OVER (PARTITION BY other.kind, other.value) AS n
       FROM identifier own JOIN identifier other ON other.kind = own.kind AND other.value = own.value AND other.file_seq = own.file_seq
       JOIN entity ON entity.seq = other.entity_seq
       WHERE own.entity_seq = ? AND other.entity_seq <> own.entity_seq AND entity.type = ?`,
      seq,
      type,
    );
    return [...new Set(rows.filter(({ n }) => n <= FEW).map((row) => row.seq))];
  }

  #byName(own: Named): number[] {
    const shared = [...this.#sharing(own.seq)].sort((a, b) => b[1] - a[1]).slice(0, MOST_COMPARED);
    if (shared.length === 0) return [];
    const others = this.#database.all<Named>(
      `${NAMED} WHERE seq IN (SELECT value FROM json_each(?)) AND type = ?`,
      JSON.stringify(shared.map(([seq]) => seq)),
      own.type,
    );
    return likely(own, others).map(({ seq }) => seq);
  }

  /** Records that share two keys with this one, one of them not common, with how many they share. */
  #sharing(seq: number): Map<number, number> {
    const keys = this.#database.all<{ key: string }>('SELECT key FROM name_key WHERE entity_seq = ?', seq);
    const lists = keys.map(({ key }) => this.#holding(key)).sort((a, b) => a.length - b.length);
    const found = new Map<number, number>();
    const [only] = lists;
    if (lists.length === 1 && only !== undefined && only.length <= FEW)
      for (const other of only) found.set(other, 1);
    for (const [at, list] of lists.entries()) {
      if (list.length > COMMON) break;
      const rest = lists.slice(at + 1);
      for (const other of list) {
        if (found.has(other)) continue;
        const more = rest.filter((one) => holds(one, other)).length;
        if (more > 0) found.set(other, more + 1);
      }
    }
    found.delete(seq);
    return found;
  }

  /** Who has a key, in order. All lists of a file together are no larger than its table of keys: four bytes a row. */
  #holding(key: string): Int32Array {
    const known = this.#holders.get(key);
    if (known !== undefined) return known;
    const rows = this.#database.all<{ seq: number }>(
      'SELECT entity_seq AS seq FROM name_key WHERE file_seq = ? AND key = ? ORDER BY entity_seq',
      this.#fileSeq,
      key,
    );
    const list = Int32Array.from(rows, (row) => row.seq);
    this.#holders.set(key, list);
    return list;
  }
}

function holds(list: Int32Array, wanted: number): boolean {
  let from = 0;
  let to = list.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const value = list[middle] ?? 0;
    if (value === wanted) return true;
    if (value < wanted) from = middle + 1;
    else to = middle - 1;
  }
  return false;
}

/**
 * Those whose name agrees and whose date of birth does not speak against it: names alone do not outweigh that. Many
 * have one and the same name, so each spelling is compared once.
 */
function likely(own: Named, others: readonly Named[]): Named[] {
  const kind = own.type === 'person' ? 'person' : 'organisation';
  const born = own.born === null ? null : readBirth(String(own.born));
  const known = new Map<string, boolean>();
  const agrees = (label: string): boolean => {
    const found = known.get(label) ?? sameName(own.label, label, kind).score >= NAMES_AGREE;
    known.set(label, found);
    return found;
  };
  return others.filter((other) => {
    const theirs = born === null || other.born === null ? null : readBirth(String(other.born));
    const isAgainst = born !== null && theirs !== null && compareBirths(born, theirs) === 'conflict';
    return !isAgainst && agrees(other.label);
  });
}
