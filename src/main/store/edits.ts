import type { Grade } from '../../contract/terms.ts';
import { normaliseIdentifier } from '../../core/identifiers/index.ts';
import { isProtected, type PersonStatus } from '../../core/model/case-terms.ts';
import { ENTITY_TYPES, type EntityType } from '../../core/model/entity-types.ts';
import type { LinkType, Strength } from '../../core/model/link-types.ts';
import { Failure } from '../../core/result.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { insertEntity, nextProtectedNumber } from './entities.ts';
import { indexEntity, removeEntityText } from './entity-text.ts';
import { registerJournalKind } from './journal.ts';
import { addSummary, BY_HAND, subtractHandLink } from './summaries.ts';

/** What a person does by hand to entities and links, each as a payload that can be done again exactly. */
export interface EntityPayload {
  readonly id: string;
  readonly assertionId: string;
  readonly fileSeq: number;
  readonly sourceSeq: number;
  readonly type: EntityType;
  readonly label: string;
  readonly status: PersonStatus | null;
  readonly minor: boolean;
  readonly properties: string;
  readonly at: number;
}

export function createEntity(database: WritableDatabase, payload: EntityPayload): number {
  const { seq } = insertEntity(database, payload);
  insertAssertion(database, {
    ...payload,
    id: payload.assertionId,
    kind: 'fact',
    entitySeq: seq,
    linkSeq: null,
    property: null,
    value: payload.label,
    grade: null,
  });
  writeOwnIdentifier(database, seq, payload);
  indexEntity(database, seq);
  return seq;
}

/** A thing named by an identifier (a phone, a plate) is found and matched by it, also when added by hand. */
function writeOwnIdentifier(database: WritableDatabase, seq: number, payload: EntityPayload): void {
  const kind = ENTITY_TYPES[payload.type].identifier;
  if (kind === null || payload.type === 'person' || payload.type === 'organisation') return;
  const found = normaliseIdentifier(kind, payload.label);
  if (found.value === '') return;
  database.run(
    'INSERT OR IGNORE INTO identifier (file_seq, kind, value, entity_seq, raw, check_result) VALUES (?,?,?,?,?,?)',
    payload.fileSeq,
    kind,
    found.value,
    seq,
    payload.label,
    found.check,
  );
}

function seqOf(database: WritableDatabase, table: 'entity' | 'link', id: string): number {
  return database.one<{ seq: number }>(`SELECT seq FROM ${table} WHERE id = ?`, id)?.seq ?? -1;
}

registerJournalKind('entity.create', {
  undo(database, payload) {
    const seq = seqOf(database, 'entity', (payload as { id: string }).id);
    removeEntityText(database, seq);
    database.run('DELETE FROM entity WHERE seq = ?', seq);
  },
  redo: (database, payload) => {
    createEntity(database, payload as EntityPayload);
  },
  touched: ['entity', 'chart'],
});

interface StatusPayload {
  readonly id: string;
  readonly status: PersonStatus | null;
  readonly minor: boolean;
  /** Only in an inverse: the shutter number the entity had before. */
  readonly protectedNumber?: number | null;
}

/** Sets status and minor flag; returns what they were. A protected person keeps its number when it is opened again. */
function setStatus(database: WritableDatabase, payload: StatusPayload): StatusPayload {
  const before = database.one<{
    status: PersonStatus | null;
    minor: number;
    file_seq: number;
    protected_number: number | null;
  }>('SELECT status, minor, file_seq, protected_number FROM entity WHERE id = ?', payload.id);
  if (before === undefined) throw new Failure('store.no-such-entity', { id: payload.id });
  const kept = payload.protectedNumber === undefined ? before.protected_number : payload.protectedNumber;
  const number =
    isProtected(payload.status, payload.minor) && kept === null
      ? nextProtectedNumber(database, before.file_seq)
      : kept;
  database.run(
    'UPDATE entity SET status = ?, minor = ?, protected_number = ? WHERE id = ?',
    payload.status,
    payload.minor ? 1 : 0,
    number,
    payload.id,
  );
  return {
    id: payload.id,
    status: before.status,
    minor: before.minor === 1,
    protectedNumber: before.protected_number,
  };
}
const statusKind = (database: WritableDatabase, payload: unknown): void => {
  setStatus(database, payload as StatusPayload);
};
registerJournalKind('entity.setStatus', { undo: statusKind, redo: statusKind, touched: ['entity', 'chart'] });

export interface FactPayload {
  readonly id: string;
  readonly entityId: string;
  readonly fileSeq: number;
  readonly sourceSeq: number;
  readonly kind: 'fact' | 'inference';
  readonly property: string;
  readonly value: string;
  readonly grade: Grade | null;
  readonly at: number;
}

export function addFact(database: WritableDatabase, payload: FactPayload): void {
  const entitySeq = seqOf(database, 'entity', payload.entityId);
  insertAssertion(database, { ...payload, entitySeq, linkSeq: null });
  indexEntity(database, entitySeq);
}
registerJournalKind('entity.addFact', {
  undo(database, payload) {
    const { id, entityId } = payload as { id: string; entityId: string };
    database.run('DELETE FROM assertion WHERE id = ?', id);
    indexEntity(database, seqOf(database, 'entity', entityId));
  },
  redo: (database, payload) => addFact(database, payload as FactPayload),
  touched: ['entity'],
});

export interface LinkPayload {
  readonly id: string;
  readonly assertionId: string;
  readonly fileSeq: number;
  readonly sourceSeq: number;
  readonly from: string;
  readonly to: string;
  readonly type: LinkType;
  readonly strength: Strength;
  readonly at: number;
}

export function createLink(database: WritableDatabase, payload: LinkPayload): void {
  const from = seqOf(database, 'entity', payload.from);
  const to = seqOf(database, 'entity', payload.to);
  const { fileSeq, type, strength } = payload;
  const { lastSeq } = database.run(
    'INSERT INTO link (id, file_seq, type, from_seq, to_seq, strength, created_at) VALUES (?,?,?,?,?,?,?)',
    payload.id,
    fileSeq,
    type,
    from,
    to,
    strength,
    payload.at,
  );
  insertAssertion(database, {
    ...payload,
    id: payload.assertionId,
    kind: 'fact',
    entitySeq: null,
    linkSeq: lastSeq,
    property: null,
    value: '',
    grade: null,
  });
  addSummary(database, {
    fileSeq,
    from,
    to,
    type,
    batch: BY_HAND,
    strength,
    currency: '',
    count: 1,
    sumMinor: 0,
    first: null,
    last: null,
  });
}
registerJournalKind('link.create', {
  undo(database, payload) {
    const { id, from, to, type, strength } = payload as LinkPayload;
    database.run('DELETE FROM link WHERE id = ?', id);
    subtractHandLink(
      database,
      seqOf(database, 'entity', from),
      seqOf(database, 'entity', to),
      type,
      strength,
    );
  },
  redo: (database, payload) => createLink(database, payload as LinkPayload),
  touched: ['link', 'chart'],
});

function insertAssertion(
  database: WritableDatabase,
  a: {
    id: string;
    fileSeq: number;
    sourceSeq: number;
    kind: string;
    entitySeq: number | null;
    linkSeq: number | null;
    property: string | null;
    value: string;
    grade: Grade | null;
    at: number;
  },
): void {
  database.run(
    `INSERT INTO assertion (id, file_seq, source_seq, kind, entity_seq, link_seq, property, value, grading_scheme, source_grade, information_grade, created_at)
     VALUES (?,?,?,?,?,?,?,?,?,?,?,?)`,
    a.id,
    a.fileSeq,
    a.sourceSeq,
    a.kind,
    a.entitySeq,
    a.linkSeq,
    a.property,
    a.value,
    a.grade?.scheme ?? null,
    a.grade?.source ?? null,
    a.grade?.information ?? null,
    a.at,
  );
}
