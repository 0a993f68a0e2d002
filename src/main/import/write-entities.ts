import { Failure } from '../../core/result.ts';
import { indexEntity, writeEntityText } from '../store/entity-text.ts';
import type { BatchContext } from './batch-context.ts';
import { idIn } from './batch-ids.ts';
import type { EntityDraft, IdentifierDraft } from './drafts.ts';
import { saidKey } from './edited.ts';
import type { AssertionWriter } from './write-assertions.ts';
import type { FoundPlace, PlaceWriter } from './write-places.ts';
import { StatusWriter } from './write-status.ts';

const CACHE_LIMIT = 300_000;
const STATED_METRES = 100;

/**
 * Same identifier in this analysis file = same entity. A person known by name only is one person inside this table
 * and nobody else's: names alone never join two imports.
 */
export class EntityWriter {
  created = 0;
  known = 0;
  readonly checkFailed: Record<string, number> = {};
  readonly statuses: StatusWriter;
  readonly #batch: BatchContext;
  readonly #places: PlaceWriter;
  readonly #assertions: AssertionWriter;
  readonly #seqOfKey = new Map<string, number>();
  readonly #touched = new Map<number, { id: string; isNew: boolean }>();
  readonly #byIdentifier;
  readonly #byId;
  readonly #insert;
  readonly #insertIdentifier;

  constructor(batch: BatchContext, places: PlaceWriter, assertions: AssertionWriter) {
    this.#batch = batch;
    this.statuses = new StatusWriter(batch);
    this.#places = places;
    this.#assertions = assertions;
    const { database } = batch;
    this.#byIdentifier = database.prepare(
      `SELECT entity.seq, entity.id FROM identifier JOIN entity ON entity.seq = identifier.entity_seq
       WHERE identifier.kind = ? AND identifier.value = ? AND identifier.file_seq = ? AND entity.type = ? ORDER BY entity.seq LIMIT 1`,
    );
    this.#byId = database.prepare('SELECT seq, id FROM entity WHERE id = ? AND file_seq = ?');
    this.#insert = database.prepare(
      `INSERT INTO entity (id, file_seq, type, label, uncategorised_since, properties, batch_seq, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#insertIdentifier = database.prepare(
      `INSERT INTO identifier (file_seq, kind, value, entity_seq, raw, check_result, batch_seq) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    );
  }

  /** Finds or creates the entity and remembers its seq in the draft. */
  resolve(draft: EntityDraft, line: number): number {
    if (draft.seq !== 0) return draft.seq;
    const key = keyOf(draft);
    let seq = this.#seqOfKey.get(key);
    const isFirst = seq === undefined;
    if (seq === undefined) {
      seq = this.#find(draft, key) ?? this.#create(draft, key, line);
      if (this.#seqOfKey.size >= CACHE_LIMIT) this.#seqOfKey.clear();
      this.#seqOfKey.set(key, seq);
    }
    this.#addFacts(draft, seq, line, isFirst);
    if (draft.standing !== null) this.statuses.write(seq, this.idOf(seq), draft.standing);
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
    const uncategorised = draft.type === 'person' ? createdAt : null;
    const seq = Number(
      this.#insert.run(
        id,
        fileSeq,
        draft.type,
        labelOf(draft),
        uncategorised,
        JSON.stringify(draft.properties),
        batchSeq,
        createdAt,
      ).lastInsertRowid,
    );
    if (!Number.isSafeInteger(seq)) throw new Failure('import.vault-full');
    this.#touched.set(seq, { id, isNew: true });
    this.created += 1;
    for (const identifier of draft.identifiers) this.#identify(seq, identifier);
    this.#assertNames(draft, seq, id, line);
    writeEntityText(this.#batch.database, seq, {
      label: labelOf(draft),
      identifiers: [...new Set(draft.identifiers.flatMap(({ value, raw }) => [value, raw]))],
      facts: Object.values(draft.properties),
    });
    if (draft.type === 'place') this.#places.place(labelOf(draft), seq, statedPosition(draft));
    this.#assertions.entity(seq, id, line);
    for (const [name, value] of Object.entries(draft.properties)) {
      this.#assertions.property(seq, id, line, name, value);
    }
    return seq;
  }

  #identify(seq: number, { kind, value, raw, check }: IdentifierDraft): boolean {
    const { fileSeq, batchSeq } = this.#batch;
    const isNew = this.#insertIdentifier.run(fileSeq, kind, value, seq, raw, check, batchSeq).changes > 0;
    if (isNew && check === 'check-failed') this.checkFailed[kind] = (this.checkFailed[kind] ?? 0) + 1;
    return isNew;
  }

  /** What names it, as this row writes it: each number, and each spelling of a name, is a fact with its row. */
  #assertNames({ identifiers, label }: EntityDraft, seq: number, id: string, line: number): boolean {
    for (const { kind, raw } of identifiers) this.#assertions.property(seq, id, line, kind, raw);
    if (identifiers.some(({ raw }) => raw === label)) return false;
    return this.#assertions.property(seq, id, line, 'name', label);
  }

  /** What a further row says of an entity that is already there. */
  #addFacts(draft: EntityDraft, seq: number, line: number, isFirst: boolean): void {
    const touched = this.#touched.get(seq);
    if (touched === undefined) return;
    if (isFirst && !touched.isNew) this.#assertions.entity(seq, touched.id, line);
    let hasChanged = false;
    const hasMore = draft.identifiers.length > 1 || draft.label !== draft.identifiers[0]?.raw;
    if (hasMore || (isFirst && !touched.isNew)) {
      for (const identifier of draft.identifiers) hasChanged = this.#identify(seq, identifier) || hasChanged;
      hasChanged = this.#assertNames(draft, seq, touched.id, line) || hasChanged;
    }
    for (const [name, value] of Object.entries(draft.properties)) {
      hasChanged = this.#assertions.property(seq, touched.id, line, name, value) || hasChanged;
      if (touched.isNew) hasChanged = this.#fillProperty(seq, name, value) || hasChanged;
    }
    if (draft.type === 'place' && isFirst && !touched.isNew) {
      this.#places.place(labelOf(draft), seq, statedPosition(draft));
    }
    if (hasChanged) indexEntity(this.#batch.database, seq);
  }

  #fillProperty(seq: number, name: string, value: string): boolean {
    const path = `$."${name.replaceAll('"', '')}"`;
    const { changes } = this.#batch.database.run(
      'UPDATE entity SET properties = json_insert(properties, ?, ?) WHERE seq = ? AND json_extract(properties, ?) IS NULL',
      path,
      value,
      seq,
      path,
    );
    return changes > 0;
  }
}

function keyOf(draft: EntityDraft): string {
  const [first] = draft.identifiers;
  if (first !== undefined) return `${draft.type}|${first.kind}|${first.value}`;
  return `${draft.type}|label|${draft.label.toLowerCase()}|${draft.properties.birthDate ?? ''}`;
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
