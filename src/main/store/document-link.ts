import { v7 } from 'uuid';
import type { Input } from '../../contract/index.ts';
import { Failure } from '../../core/result.ts';
import { findIdentifiers } from '../../core/text/find-identifiers.ts';
import type { Context } from '../engine/context.ts';
import type { ReadableDatabase } from '../vault/database.ts';
import { command, namedIn } from './command.ts';
import { countryOf, pagesOf, typeNamedBy } from './document-mentions.ts';
import { createEntity, createLink, type EntityPayload, type LinkPayload } from './edits.ts';
import { type EntityRecord, entityRecord } from './entities.ts';
import type { Label } from './journal-step.ts';
import { analystSource } from './sources.ts';

/**
 * Links a document with what its text names, in one command: the thing that is there, or a new one with the
 * identifier as it stands in the text. The document is the source of both. Failures: store.no-such-document,
 * store.no-such-mention, store.already-linked, store.no-such-entity.
 */
export function linkMention(
  context: Context,
  { documentId, target }: Input<'document.link'>,
): { entityId: string; journalId: string } {
  const database = context.database();
  const document = documentRecord(database, documentId);
  return database.transaction(() => {
    const shared = {
      fileSeq: document.file_seq,
      sourceSeq: sourceOfDocument(context, document),
      at: context.now(),
    };
    const made = 'entityId' in target ? null : newEntity(database, document, target, shared);
    const entityId = made?.id ?? ('entityId' in target ? target.entityId : '');
    const known = made === null ? entityRecord(database, entityId) : null;
    if (known !== null && isLinked(database, document.seq, known.seq)) {
      throw new Failure('store.already-linked');
    }
    const link: LinkPayload = {
      ...shared,
      id: v7(),
      assertionId: v7(),
      from: entityId,
      to: document.id,
      type: 'mentioned_in',
      strength: 'confirmed',
    };
    const what = {
      fileSeq: document.file_seq,
      kind: 'document.link',
      label: labelOf(known, made),
      object: `link:${link.id}`,
    };
    const journalId = command(context, what, () => {
      if (made !== null) createEntity(database, made);
      createLink(database, link);
    });
    return { entityId, journalId };
  });
}

/** Failure store.no-such-document where it is another thing. */
export function documentRecord(database: ReadableDatabase, id: string): EntityRecord {
  const row = entityRecord(database, id);
  if (row.type !== 'document') throw new Failure('store.no-such-document');
  return row;
}

function labelOf(known: EntityRecord | null, made: EntityPayload | null): Label {
  const key = 'journal:label.documentLink';
  if (known !== null) return namedIn(key, { ...known, minor: known.minor === 1 });
  return namedIn(key, made ?? { id: '', label: '', type: 'other', status: null, minor: false });
}

function sourceOfDocument(context: Context, document: EntityRecord): number {
  const database = context.database();
  const row = database.one<{ seq: number }>(
    'SELECT source_seq AS seq FROM assertion WHERE entity_seq = ? ORDER BY seq LIMIT 1',
    document.seq,
  );
  return row?.seq ?? analystSource(database, document.file_seq, context.actor()).seq;
}

function isLinked(database: ReadableDatabase, documentSeq: number, entitySeq: number): boolean {
  const sql = `SELECT 1 FROM link WHERE type = 'mentioned_in' AND from_seq = ? AND to_seq = ?`;
  return database.one(sql, entitySeq, documentSeq) !== undefined;
}

function newEntity(
  database: ReadableDatabase,
  document: EntityRecord,
  place: { readonly kind: string; readonly part: number; readonly offset: number },
  shared: Pick<EntityPayload, 'fileSeq' | 'sourceSeq' | 'at'>,
): EntityPayload {
  const text = pagesOf(database, document.seq).find(({ page }) => page === place.part)?.text ?? '';
  const found = findIdentifiers(text, countryOf(database, document.seq)).find(
    ({ kind, start }) => kind === place.kind && start === place.offset,
  );
  if (found === undefined) throw new Failure('store.no-such-mention');
  const { kind, value, raw, check, holder } = found;
  const hasStandardForm = kind === 'phone' || kind === 'iban';
  return {
    ...shared,
    id: v7(),
    assertionId: v7(),
    type: typeNamedBy(found),
    label: holder ?? (hasStandardForm ? value : raw),
    status: null,
    minor: false,
    properties: '{}',
    identifier: { kind, value, raw, check },
  };
}
