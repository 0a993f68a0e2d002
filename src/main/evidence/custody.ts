import { v7 } from 'uuid';
import type { Input } from '../../contract/index.ts';
import type { CustodyEntry, CustodyFields } from '../../contract/sources.ts';
import { Failure } from '../../core/result.ts';
import type { Context } from '../engine/context.ts';
import { command } from '../store/command.ts';
import type { ReadableDatabase, WritableDatabase } from '../vault/database.ts';

interface Payload {
  readonly id: string;
  readonly sourceId: string;
  readonly entry: CustodyFields;
  readonly at: number;
}

export function custodyOf(database: ReadableDatabase, sourceId: string): CustodyEntry[] {
  return database.all<CustodyEntry>(
    `SELECT entry.id, action, at_text AS at, exhibit_number AS exhibitNumber, seal_number AS sealNumber, from_holder AS fromHolder,
       to_holder AS toHolder, place, purpose, condition, tool, note, entry.created_at AS created
     FROM custody_entry entry JOIN source ON source.seq = entry.source_seq WHERE source.id = ? ORDER BY entry.position, entry.seq`,
    sourceId,
  );
}

function add(database: WritableDatabase, { id, sourceId, entry, at }: Payload): void {
  database.run(
    `INSERT INTO custody_entry (id, source_seq, position, action, at_text, exhibit_number, seal_number, from_holder, to_holder,
       place, purpose, condition, tool, note, created_at)
     SELECT ?, seq, (SELECT coalesce(max(position), 0) + 1 FROM custody_entry WHERE source_seq = source.seq),
       ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM source WHERE id = ?`,
    id,
    entry.action,
    entry.at,
    entry.exhibitNumber,
    entry.sealNumber,
    entry.fromHolder,
    entry.toHolder,
    entry.place,
    entry.purpose,
    entry.condition,
    entry.tool,
    entry.note,
    at,
    sourceId,
  );
}

export function addCustody(
  context: Context,
  { sourceId, entry }: Input<'custody.add'>,
): { journalId: string } {
  const database = context.database();
  const source = database.one<{ file_seq: number; reference: string }>(
    'SELECT file_seq, reference FROM source WHERE id = ?',
    sourceId,
  );
  if (source === undefined) throw new Failure('store.no-such-source', { id: sourceId });
  const forward = { id: v7(), sourceId, entry, at: context.now() };
  const what = {
    fileSeq: source.file_seq,
    kind: 'custody.add',
    label: { key: 'evidence:journal.custodyAdd', params: { reference: source.reference } },
    object: `source:${sourceId}`,
  };
  return { journalId: command(context, what, () => add(database, forward)) };
}
