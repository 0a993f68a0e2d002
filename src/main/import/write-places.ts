import { kilometresBetween } from '../reference/distance.ts';
import type { BatchContext } from './batch-context.ts';

export interface FoundPlace {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyMetres: number;
}
/** What the column says its names are: border crossing points, or places of any kind. */
export type PlaceKind = 'crossing' | 'any';

/** One place, or the several that the name may mean: then it has no coordinates until a person says which. */
export interface PlaceAnswer {
  readonly found: FoundPlace | null;
  readonly meanings: readonly string[];
}
/** Looks a place name up in the gazetteer. */
export type PlaceLookup = (name: string, kind: PlaceKind) => PlaceAnswer;

export interface StoredPlace {
  readonly seq: number;
  latitude: number | null;
  longitude: number | null;
  accuracyMetres: number | null;
}

/** One name at two places: both are kept, the second under the name with its position. */
export interface PlaceConflict {
  readonly name: string;
  readonly positions: readonly [before: string, here: string];
}

const CACHE_LIMIT = 100_000;
const MOST_QUESTIONS = 20;
/** Nearer than this, two positions of one name are one place measured twice. */
const SAME_METRES = 100;
const DECIMALS = 5;

/**
 * Places by name: one row per name and analysis file, with coordinates from the table or else the gazetteer. A name
 * that a file puts elsewhere gets a row for that position too; which is right is for a person to say.
 */
export class PlaceWriter {
  /** Places of other batches that got their coordinates from this one; taken away again by an undo. */
  readonly located: number[] = [];
  /** Names for a person to look at; no more than she can read. */
  readonly ambiguous: { name: string; meanings: string[] }[] = [];
  readonly unknownCrossings: string[] = [];
  readonly conflicts: PlaceConflict[] = [];
  readonly #elsewhere = new Set<string>();
  readonly #batch: BatchContext;
  readonly #lookup: PlaceLookup;
  readonly #known = new Map<string, StoredPlace>();
  readonly #select;
  readonly #insert;

  constructor(batch: BatchContext, lookup: PlaceLookup) {
    this.#batch = batch;
    this.#lookup = lookup;
    const { database } = batch;
    this.#select = database.prepare(
      'SELECT seq, latitude, longitude, accuracy_metres AS accuracyMetres FROM place WHERE file_seq = ? AND name = ?',
    );
    this.#insert = database.prepare(
      `INSERT INTO place (file_seq, name, entity_seq, latitude, longitude, accuracy_metres, batch_seq) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  place(
    name: string,
    entitySeq: number | null,
    stated: FoundPlace | null,
    kind: PlaceKind = 'any',
  ): StoredPlace {
    const known = this.#known.get(name);
    if (known !== undefined && (stated === null || isThere(known, stated))) return known;
    const first = this.#find(name, stated) ?? this.#create(name, entitySeq, stated ?? this.#look(name, kind));
    const place =
      stated === null || isThere(first, stated) ? first : this.#apart(name, entitySeq, stated, first);
    if (this.#known.size >= CACHE_LIMIT) this.#known.clear();
    this.#known.set(name, place);
    return place;
  }

  /** The place of this name at another position; rows that follow without a position mean this one. */
  #apart(name: string, entitySeq: number | null, stated: FoundPlace, first: StoredPlace): StoredPlace {
    const here = written(stated);
    const apart = `${name} (${here})`;
    if (!this.#elsewhere.has(apart) && this.conflicts.length < MOST_QUESTIONS) {
      this.#elsewhere.add(apart);
      this.conflicts.push({ name, positions: [written(first), here] });
    }
    return this.#find(apart, stated) ?? this.#create(apart, entitySeq, stated);
  }

  #look(name: string, kind: PlaceKind): FoundPlace | null {
    const { found, meanings } = this.#lookup(name, kind);
    if (meanings.length > 1 && this.ambiguous.length < MOST_QUESTIONS) {
      this.ambiguous.push({ name, meanings: [...meanings] });
    }
    const isLost = found === null && meanings.length === 0 && kind === 'crossing';
    if (isLost && this.unknownCrossings.length < MOST_QUESTIONS) this.unknownCrossings.push(name);
    return found;
  }

  #find(name: string, stated: FoundPlace | null): StoredPlace | null {
    const found = this.#select.get(this.#batch.fileSeq, name) as StoredPlace | undefined;
    if (found === undefined) return null;
    if (found.latitude === null && stated !== null) {
      this.#batch.database.run(
        'UPDATE place SET latitude = ?, longitude = ?, accuracy_metres = ? WHERE seq = ?',
        stated.latitude,
        stated.longitude,
        stated.accuracyMetres,
        found.seq,
      );
      this.located.push(found.seq);
      found.latitude = stated.latitude;
      found.longitude = stated.longitude;
      found.accuracyMetres = stated.accuracyMetres;
    }
    return found;
  }

  #create(name: string, entitySeq: number | null, at: FoundPlace | null): StoredPlace {
    const { lastInsertRowid } = this.#insert.run(
      this.#batch.fileSeq,
      name,
      entitySeq,
      at?.latitude ?? null,
      at?.longitude ?? null,
      at?.accuracyMetres ?? null,
      this.#batch.batchSeq,
    );
    return {
      seq: Number(lastInsertRowid),
      latitude: at?.latitude ?? null,
      longitude: at?.longitude ?? null,
      accuracyMetres: at?.accuracyMetres ?? null,
    };
  }
}

function isThere({ latitude, longitude, accuracyMetres }: StoredPlace, stated: FoundPlace): boolean {
  if (latitude === null || longitude === null) return false;
  const metres = kilometresBetween({ latitude, longitude }, stated) * 1000;
  return metres <= Math.max(SAME_METRES, accuracyMetres ?? 0, stated.accuracyMetres);
}

function written({ latitude, longitude }: Pick<StoredPlace, 'latitude' | 'longitude'>): string {
  return `${(latitude ?? 0).toFixed(DECIMALS)}, ${(longitude ?? 0).toFixed(DECIMALS)}`;
}
