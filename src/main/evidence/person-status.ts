import { v7 } from 'uuid';
import type { Input } from '../../contract/index.ts';
import type { StatusEntry } from '../../contract/people.ts';
import { isProtected, type PersonStatus } from '../../core/model/case-terms.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { fileSeq } from '../store/analysis-files.ts';
import { command } from '../store/command.ts';
import { nextProtectedNumber } from '../store/entities.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

interface Payload {
  readonly people: readonly { readonly entityId: string; readonly entryId: string }[];
  readonly status: PersonStatus | null;
  /** null: each person's own flag stays. */
  readonly minor: boolean | null;
  readonly since: string | null;
  readonly sourceId: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

interface Person {
  seq: number;
  file_seq: number;
  type: string;
  status: PersonStatus | null;
  minor: number;
  protected_number: number | null;
  uncategorised_since: number | null;
}

/** Sets the status of all of them and adds to the history of each. */
function apply(database: WritableDatabase, payload: Payload): void {
  for (const { entityId, entryId } of payload.people) {
    const person = database.one<Person>(
      'SELECT seq, file_seq, type, status, minor, protected_number, uncategorised_since FROM entity WHERE id = ?',
      entityId,
    );
    if (person === undefined) throw new Failure('store.no-such-entity', { id: entityId });
    const minor = payload.minor ?? person.minor === 1;
    setPerson(database, person, payload, minor);
    database.run(
      `INSERT INTO person_status (id, file_seq, entity_seq, status, minor, since, source_seq, reason, decided_by, decided_at)
       VALUES (?, ?, ?, ?, ?, ?, (SELECT seq FROM source WHERE id = ?), ?, ?, ?)`,
      entryId,
      person.file_seq,
      person.seq,
      payload.status,
      minor ? 1 : 0,
      payload.since,
      payload.sourceId,
      payload.reason,
      payload.by,
      payload.at,
    );
  }
}

/** A protected person keeps its number when it is opened again; one without a status waits for one from now on. */
function setPerson(database: WritableDatabase, person: Person, payload: Payload, minor: boolean): void {
  const { status, at } = payload;
  const number =
    isProtected(status, minor) && person.protected_number === null
      ? nextProtectedNumber(database, person.file_seq)
      : person.protected_number;
  const waiting = status === null && person.type === 'person' ? (person.uncategorised_since ?? at) : null;
  database.run(
    'UPDATE entity SET status = ?, minor = ?, protected_number = ?, uncategorised_since = ? WHERE seq = ?',
    status,
    minor ? 1 : 0,
    number,
    waiting,
    person.seq,
  );
}

/** Failures: store.no-such-entity, store.no-such-source. */
export function categorise(
  context: Context,
  { fileId, entityIds, ...decision }: Input<'people.categorise'>,
): { journalId: string } {
  const database = context.database();
  const { sourceId } = decision;
  if (sourceId !== null && database.one('SELECT 1 FROM source WHERE id = ?', sourceId) === undefined)
    throw new Failure('store.no-such-source', { id: sourceId });
  const people = [...new Set(entityIds)].map((entityId) => ({ entityId, entryId: v7() }));
  const forward: Payload = { ...decision, people, by: context.actor(), at: context.now() };
  const what = {
    fileSeq: fileSeq(database, fileId),
    kind: 'people.categorise',
    label:
      people.length === 1
        ? { key: 'journal:label.entityStatus', params: {} }
        : { key: 'evidence:journal.categorise', params: { count: people.length } },
    object: people.length === 1 ? `entity:${people[0]?.entityId}` : `file:${fileId}`,
  };
  return { journalId: command(context, what, () => apply(database, forward)) };
}

/** Newest first; of all records shown as one. The reason of a closed person may name them, so it is shown with the rest. */
export function statusHistory(database: ReadableDatabase, entitySeqs: string, shut: boolean): StatusEntry[] {
  return database
    .all<Omit<StatusEntry, 'minor'> & { minor: number }>(
      `SELECT p.id, p.status, p.minor, p.since, s.id AS sourceId, s.reference AS sourceReference, p.reason, p.decided_by AS by, p.decided_at AS at
       FROM person_status p LEFT JOIN source s ON s.seq = p.source_seq WHERE p.entity_seq IN (SELECT value FROM json_each(?)) ORDER BY p.decided_at DESC, p.seq DESC LIMIT 100`,
      entitySeqs,
    )
    .map((row) => ({ ...row, minor: row.minor === 1, reason: shut ? '' : row.reason }));
}
