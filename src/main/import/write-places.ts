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
}

const CACHE_LIMIT = 100_000;
const MOST_QUESTIONS = 20;

/** Places by name: one row per name and analysis file, with coordinates from the table or else the gazetteer. */
export class PlaceWriter {
  /** Places of other batches that got their coordinates from this one; taken away again by an undo. */
  readonly located: number[] = [];
  /** Names for a person to look at; no more than she can read. */
  readonly ambiguous: { name: string; meanings: string[] }[] = [];
  readonly unknownCrossings: string[] = [];
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
      'SELECT seq, latitude, longitude, entity_seq AS entitySeq FROM place WHERE file_seq = ? AND name = ?',
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
    if (known !== undefined && stated === null) return known;
    const place = this.#find(name, stated) ?? this.#create(name, entitySeq, stated ?? this.#look(name, kind));
    if (this.#known.size >= CACHE_LIMIT) this.#known.clear();
    this.#known.set(name, place);
    return place;
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
    return { seq: Number(lastInsertRowid), latitude: at?.latitude ?? null, longitude: at?.longitude ?? null };
  }
}
