import { Failure } from '../../core/result.ts';
import { indexEntity, writeEntityText } from '../store/entity-text.ts';
import type { Joins } from '../store/match-rules.ts';
import { writeNameKeys } from '../store/name-keys.ts';
import type { BatchContext } from './batch-context.ts';
import { idIn } from './batch-ids.ts';
import type { EntityDraft, IdentifierDraft } from './drafts.ts';
import { saidKey } from './edited.ts';
import { STATUS_PROPERTY } from './standing.ts';
import type { AssertionWriter } from './write-assertions.ts';
import type { FoundPlace, PlaceWriter } from './write-places.ts';
import { StandingWriter } from './write-standing.ts';

const CACHE_LIMIT = 300_000;
const STATED_METRES = 100;
const SHORT_CODE = 6;

export interface EntityOptions {
  /** Every row that names an entity is said, because no event of the row does. */
  readonly keepsRows: boolean;
  /** Entities of the specification that are border crossing points. */
  readonly crossings: ReadonlySet<string>;
  /** The rules this file is read by. */
  readonly joins: Joins;
}

/**
 * Same identifier in this analysis file = same entity, for the kinds the rules let join. A person known by name only, or
 * by numbers that join nobody, is one person inside this table and nobody else's: names alone never join two imports.
 */
export class EntityWriter {
  created = 0;
  known = 0;
  readonly checkFailed: Record<string, number> = {};
  readonly formUnknown: Record<string, number> = {};
  readonly standing: StandingWriter;
  readonly #options: EntityOptions;
  readonly #batch: BatchContext;
  readonly #places: PlaceWriter;
  readonly #assertions: AssertionWriter;
  readonly #seqOfKey = new Map<string, number>();
  /** Of numbered things the file has an id of its own for: the number hides it from rows that name the id only. */
  readonly #seqOfOwnKey = new Map<string, number>();
  readonly #touched = new Map<number, { id: string; isNew: boolean }>();
  readonly #byIdentifier;
  readonly #byId;
  readonly #insert;
  readonly #insertIdentifier;
  readonly #sameRaw;

  constructor(batch: BatchContext, places: PlaceWriter, assertions: AssertionWriter, options: EntityOptions) {
    this.#batch = batch;
    this.#options = options;
    this.standing = new StandingWriter(batch);
    this.#places = places;
    this.#assertions = assertions;
    const { database } = batch;
    this.#byIdentifier = database.prepare(
      `SELECT entity.seq, entity.id FROM identifier JOIN entity ON entity.seq = identifier.entity_seq
       WHERE identifier.kind = ? AND identifier.value = ? AND identifier.file_seq = ? AND entity.type = ? ORDER BY entity.seq LIMIT 1`,
    );
    this.#byId = database.prepare('SELECT seq, id FROM entity WHERE id = ? AND file_seq = ?');
    this.#insert = database.prepare(
      `INSERT INTO entity (id, file_seq, type, label, status, minor, protected_number, uncategorised_since, properties, batch_seq, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#insertIdentifier = database.prepare(
      `INSERT INTO identifier (file_seq, kind, value, entity_seq, raw, check_result, batch_seq) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    );
    this.#sameRaw = database.prepare(
      'SELECT 1 FROM identifier WHERE kind = ? AND value = ? AND file_seq = ? AND entity_seq = ? AND raw = ?',
    );
  }

  /** Finds or creates the entity and remembers its seq in the draft. */
  resolve(draft: EntityDraft, line: number): number {
    if (draft.seq !== 0) {
      if (this.#options.keepsRows) this.#assertions.mention(draft.seq, this.idOf(draft.seq), line);
      return draft.seq;
    }
    const referred = this.#referred(draft);
    if (referred !== null) return this.#refer(draft, referred, line);
    const key = keyOf(draft, this.#options.joins);
    const known = this.#seqOfKey.get(key);
    const found = known ?? this.#find(draft, key);
    if (found !== null) this.#addFacts(draft, found, line, known === undefined);
    const seq = found ?? this.#create(draft, key, line);
    if (known === undefined) {
      if (this.#seqOfKey.size >= CACHE_LIMIT) this.#seqOfKey.clear();
      this.#seqOfKey.set(key, seq);
    }
    if (hasOwnKey(draft) && draft.identifiers.length > 0) this.#seqOfOwnKey.set(draft.key, seq);
    draft.seq = seq;
    return seq;
  }

  /** The numbered thing a row means that gives the file's id of it and nothing more. */
  #referred(draft: EntityDraft): number | null {
    if (!hasOwnKey(draft) || draft.identifiers.length > 0) return null;
    return this.#seqOfOwnKey.get(draft.key) ?? null;
  }

  #refer(draft: EntityDraft, seq: number, line: number): number {
    const isMore = Object.keys(draft.properties).length > 0;
    if (isMore) this.#addFacts(draft, seq, line, false);
    else if (this.#options.keepsRows) this.#assertions.mention(seq, this.idOf(seq), line);
    draft.seq = seq;
    return seq;
  }

  /** Outside id of an entity this batch mentions. */
  idOf(seq: number): string {
    return this.#touched.get(seq)?.id ?? '';
  }

  #find(draft: EntityDraft, key: string): number | null {
    const fixed = this.#fixed(draft);
    if (fixed !== undefined) return this.#mention(this.#byId.get(fixed, this.#batch.fileSeq));
    let found: { seq: number; id: string } | undefined;
    for (const { kind, value } of draft.identifiers) {
      if (!this.#options.joins(draft.type, kind)) continue;
      found ??= this.#byIdentifier.get(kind, value, this.#batch.fileSeq, draft.type) as typeof found;
    }
    if (found === undefined && draft.identifiers.length === 0 && draft.type === 'place') {
      found = this.#batch.database.one<{ seq: number; id: string }>(
        `SELECT seq, id FROM entity WHERE file_seq = ? AND type = 'place' AND label = ? ORDER BY seq LIMIT 1`,
        this.#batch.fileSeq,
        draft.label,
      );
    }
    found ??= this.#byId.get(idIn(this.#batch, `entity|${key}`), this.#batch.fileSeq) as typeof found;
    return this.#mention(found);
  }

  /** Of an import that is read again: whom this number named the first time, where that would differ by now. */
  #fixed({ type, identifiers: [first] }: EntityDraft): string | undefined {
    if (first === undefined || this.#batch.ids.size === 0) return undefined;
    return this.#batch.ids.get(saidKey(type, first.kind, first.raw));
  }

  #mention(row: unknown): number | null {
    const found = row as { seq: number; id: string } | undefined;
    if (found === undefined) return null;
    if (!this.#touched.has(found.seq)) {
      this.#touched.set(found.seq, { id: found.id, isNew: false });
      this.known += 1;
    }
    return found.seq;
  }

  #create(draft: EntityDraft, key: string, line: number): number {
    const { fileSeq, batchSeq, createdAt } = this.#batch;
    const fixed = this.#fixed(draft);
    const id = fixed ?? idIn(this.#batch, `entity|${key}`);
    const { status, minor, protectedNumber } = this.standing.ofNew(draft.standing);
    const uncategorised = draft.type === 'person' && status === null ? createdAt : null;
    const seq = Number(
      this.#insert.run(
        id,
        fileSeq,
        draft.type,
        labelOf(draft),
        status,
        minor ? 1 : 0,
        protectedNumber,
        uncategorised,
        JSON.stringify(draft.properties),
        batchSeq,
        createdAt,
      ).lastInsertRowid,
    );
    if (!Number.isSafeInteger(seq)) throw new Failure('import.vault-full');
    this.#touched.set(seq, { id, isNew: true });
    this.created += 1;
    this.standing.note(seq, id, { status, minor });
    this.#assertions.entity(seq, id, line);
    for (const identifier of draft.identifiers) this.#identify(seq, identifier);
    this.#say(draft, seq, id, line);
    writeEntityText(this.#batch.database, seq, {
      label: labelOf(draft),
      identifiers: [...new Set(draft.identifiers.flatMap(({ value, raw }) => [value, raw]))],
      facts: Object.values(draft.properties),
      names: draft.properties.alias === undefined ? [] : [draft.properties.alias],
    });
    const { birthDate, alias } = draft.properties;
    writeNameKeys(this.#batch.database, {
      seq,
      fileSeq,
      type: draft.type,
      names: [labelOf(draft), ...(alias === undefined ? [] : [alias])],
      births: birthDate === undefined ? [] : [birthDate],
    });
    if (draft.type === 'place') this.#locate(draft, seq);
    return seq;
  }

  #identify(seq: number, { kind, value, raw, check }: IdentifierDraft): boolean {
    const { fileSeq, batchSeq } = this.#batch;
    const isNew = this.#insertIdentifier.run(fileSeq, kind, value, seq, raw, check, batchSeq).changes > 0;
    if (isNew && check === 'check-failed') this.checkFailed[kind] = (this.checkFailed[kind] ?? 0) + 1;
    if (isNew && check === 'format-unknown' && isCounted(kind, raw)) {
      this.formUnknown[kind] = (this.formUnknown[kind] ?? 0) + 1;
    }
    return isNew;
  }

  /**
   * Every identifier as the row writes it, the name it gives and each property, once per batch. True where the search
   * does not know one of them yet.
   */
  #say(draft: EntityDraft, seq: number, id: string, line: number): boolean {
    let isNews = false;
    for (const { kind, value, raw } of draft.identifiers) {
      const isSaid = this.#assertions.property(seq, id, line, kind, raw);
      if (isSaid && raw !== value) {
        isNews ||= this.#sameRaw.get(kind, value, this.#batch.fileSeq, seq, raw) === undefined;
      }
    }
    if (isNamed(draft) && this.#assertions.property(seq, id, line, 'name', draft.label)) isNews = true;
    for (const [name, value] of Object.entries(draft.properties)) {
      if (!this.#assertions.property(seq, id, line, name, value)) continue;
      isNews = true;
      if (name === STATUS_PROPERTY && draft.standing?.unknownWord === value)
        this.standing.countUnknown(value);
    }
    return isNews;
  }

  /** What a row says of an entity that is already there; `isFirst`: no row named it by this key before. */
  #addFacts(draft: EntityDraft, seq: number, line: number, isFirst: boolean): void {
    const touched = this.#touched.get(seq);
    if (touched === undefined) return;
    const { id, isNew } = touched;
    if (isFirst && !isNew) this.#assertions.entity(seq, id, line);
    else if (this.#options.keepsRows) this.#assertions.mention(seq, id, line);
    this.standing.further(seq, draft.standing, isNew);
    let hasChanged = false;
    if (draft.identifiers.length > 1 || isFirst) {
      for (const identifier of draft.identifiers) hasChanged = this.#identify(seq, identifier) || hasChanged;
    }
    if (this.#say(draft, seq, id, line)) hasChanged = true;
    if (isNew) {
      for (const [name, value] of Object.entries(draft.properties)) this.#fillProperty(seq, name, value);
    }
    if (draft.type === 'place' && (isFirst || statedPosition(draft) !== null)) this.#locate(draft, seq);
    if (hasChanged) indexEntity(this.#batch.database, seq);
  }

  #locate(draft: EntityDraft, seq: number): void {
    this.#places.place(
      labelOf(draft),
      seq,
      statedPosition(draft),
      this.#options.crossings.has(draft.name) ? 'crossing' : 'any',
    );
  }

  #fillProperty(seq: number, name: string, value: string): void {
    const path = `$."${name.replaceAll('"', '')}"`;
    this.#batch.database.run(
      'UPDATE entity SET properties = json_insert(properties, ?, ?) WHERE seq = ? AND json_extract(properties, ?) IS NULL',
      path,
      value,
      seq,
      path,
    );
  }
}

/** Named by more than its identifier. */
function isNamed({ label, identifiers }: EntityDraft): boolean {
  return label !== '' && label !== identifiers[0]?.raw;
}

/** Short codes and names of senders stand among phone numbers by right; they are none that could not be read. */
function isCounted(kind: string, raw: string): boolean {
  return kind !== 'phone' || (!/\p{L}/u.test(raw) && raw.replace(/\D/g, '').length > SHORT_CODE);
}

function hasOwnKey(draft: EntityDraft): draft is EntityDraft & { readonly key: string } {
  return draft.key !== undefined && draft.key !== '';
}

function keyOf(draft: EntityDraft, joins: Joins): string {
  const { type, identifiers, label, properties } = draft;
  const first = identifiers.find(({ kind }) => joins(type, kind));
  if (first !== undefined) return `${type}|${first.kind}|${first.value}`;
  if (hasOwnKey(draft)) return `key|${draft.key}`;
  const numbers = identifiers.map(({ kind, value }) => `|${kind}|${value}`).join('');
  return `${type}|label|${label.toLowerCase()}|${properties.birthDate ?? ''}${numbers}`;
}

/** Numbers that have one agreed way of writing are shown in it, the rest as the source wrote it. */
function labelOf(draft: EntityDraft): string {
  const [first] = draft.identifiers;
  if (first === undefined || draft.label !== first.raw) return draft.label;
  const hasStandardForm = (first.kind === 'phone' && first.value.startsWith('+')) || first.kind === 'iban';
  return hasStandardForm ? first.value : first.raw;
}

function statedPosition(draft: EntityDraft): FoundPlace | null {
  const { latitude, longitude, accuracyMetres } = draft.properties;
  const north = Number(latitude?.replace(',', '.') ?? Number.NaN);
  const east = Number(longitude?.replace(',', '.') ?? Number.NaN);
  if (!(Math.abs(north) <= 90 && Math.abs(east) <= 180)) return null;
  const accuracy = Number(accuracyMetres ?? STATED_METRES);
  return { latitude: north, longitude: east, accuracyMetres: accuracy > 0 ? accuracy : STATED_METRES };
}
