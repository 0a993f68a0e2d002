import { normaliseIdentifier } from '../../core/identifiers/index.ts';
import type { PersonStatus } from '../../core/model/case-terms.ts';
import { ENTITY_TYPES, type EntityType } from '../../core/model/entity-types.ts';
import type { LinkType, Strength } from '../../core/model/link-types.ts';
import type { WritableDatabase } from '../vault/database.ts';
import { insertEntity } from './entities.ts';

/** What a person does by hand to entities and links, each in the transaction of its command. */
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
  /** Of the identifier that its label is. */
  readonly country?: string;
  /** What names it, where more is known of it than its label tells. */
  readonly identifier?: {
    readonly kind: string;
    readonly value: string;
    readonly raw: string;
    readonly check: string;
  };
  readonly at: number;
}

export function createEntity(database: WritableDatabase, payload: EntityPayload): void {
  const { seq } = insertEntity(database, payload);
  insertAssertion(database, {
    ...payload,
    id: payload.assertionId,
    kind: 'fact',
    entitySeq: seq,
    linkSeq: null,
    property: null,
    value: payload.label,
  });
  writeOwnIdentifier(database, seq, payload);
}

/** A thing named by an identifier (a phone, a plate) is found and matched by it, also when added by hand. */
function writeOwnIdentifier(database: WritableDatabase, seq: number, payload: EntityPayload): void {
  const found = payload.identifier ?? identifierOf(payload);
  if (found === null || found.value === '') return;
  database.run(
    'INSERT OR IGNORE INTO identifier (file_seq, kind, value, entity_seq, raw, check_result) VALUES (?,?,?,?,?,?)',
    payload.fileSeq,
    found.kind,
    found.value,
    seq,
    found.raw,
    found.check,
  );
}

function identifierOf({
  type,
  label,
  country = '',
}: EntityPayload): NonNullable<EntityPayload['identifier']> | null {
  const kind = ENTITY_TYPES[type].identifier;
  if (kind === null || type === 'person' || type === 'organisation') return null;
  return { kind, raw: label, ...normaliseIdentifier(kind, label, { country }) };
}

function seqOf(database: WritableDatabase, table: 'entity' | 'link', id: string): number {
  return database.one<{ seq: number }>(`SELECT seq FROM ${table} WHERE id = ?`, id)?.seq ?? -1;
}

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
  const { lastSeq } = database.run(
    'INSERT INTO link (id, file_seq, type, from_seq, to_seq, strength, created_at) VALUES (?,?,?,?,?,?,?)',
    payload.id,
    payload.fileSeq,
    payload.type,
    from,
    to,
    payload.strength,
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
  });
}

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
    at: number;
  },
): void {
  database.run(
    `INSERT INTO assertion (id, file_seq, source_seq, kind, entity_seq, link_seq, property, value, created_at)
     VALUES (?,?,?,?,?,?,?,?,?)`,
    a.id,
    a.fileSeq,
    a.sourceSeq,
    a.kind,
    a.entitySeq,
    a.linkSeq,
    a.property,
    a.value,
    a.at,
  );
}
